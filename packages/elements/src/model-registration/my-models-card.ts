import { html, nothing, type TemplateResult } from 'lit';
import {
  modelStages,
  modelStageOf,
  nextFor,
  type ModelNext,
  type ModelSummary,
  type RegistrationField,
} from '@dvk/sdk/models';
import type { Role } from '@dvk/sdk/contract';
import { formatDateWithWeekday } from '@dvk/sdk/text';
import { editIcon } from '../icons/edit.ts';
import { noteIcon } from '../icons/note.ts';
import type { Lang } from '../locale/controller.ts';
import type { myModels } from '../locale/my-models/vi.ts';
import type { parts } from '../locale/parts/vi.ts';
import { chip } from '../parts/chip.ts';
import { stepper } from '../parts/stepper.ts';
import { modelStatusLooks } from '../status/models.ts';

/** A model with what is due for it. */
export interface DueModel {
  model: ModelSummary;
  next: ModelNext;
}

/** Whether it is the person's turn. */
export const isDue = ({ next }: Pick<ModelNext, 'next'>): boolean => next !== 'nothing' && !next.startsWith('wait-');

const urgencies = ['overdue', 'soon', 'in-time'] as const;

/** Models with what is due for whom holds the roles: the most urgent first, the others in their order. */
export function byUrgency(models: readonly ModelSummary[], today: string, roles: readonly Role[]): DueModel[] {
  const rank = ({ next }: DueModel) => {
    if (!isDue(next)) return urgencies.length + 1;
    return next.urgency ? urgencies.indexOf(next.urgency) : urgencies.length;
  };
  const all = models.map((model) => ({ model, next: nextFor(model, today, roles) }));
  return all.sort((a, b) => rank(a) - rank(b) || (rank(a) < 3 ? (a.next.due! < b.next.due! ? -1 : 1) : 0));
}

export interface CardView {
  texts: typeof myModels;
  partTexts: typeof parts;
  lang: Lang;
  /** The only one of them that has a primary button. */
  isFirst: boolean;
}

/** The frame of a card: its name, state, what is due, and one thing to do. */
function cardTemplate(
  name: string,
  state: TemplateResult,
  due: { text: string; class?: string },
  action: { text: string; isPrimary: boolean; onClick: () => void },
  more: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  return html`<article class="card" part="card">
    <div class="card-head">
      <div>
        <div class="card-title">
          <h3>${name}</h3>
          ${state}
        </div>
        <p class="due ${due.class ?? ''}">${due.text}</p>
      </div>
      <button
        class="button ${action.isPrimary ? 'primary' : ''}"
        type="button"
        aria-label="${action.text}: ${name}"
        @click=${action.onClick}
      >
        ${action.text}
      </button>
    </div>
    ${more}
  </article>`;
}

export interface ModelCardView extends CardView {
  /** What the one button says. */
  action: string;
  onAct: () => void;
  /** Called with the field that a remark is about. */
  onField: (field: RegistrationField) => void;
}

/** A model of the unit: what is due, one action, and how far it has come. */
export function modelCard({ model, next }: DueModel, view: ModelCardView): TemplateResult {
  const { texts, partTexts, isFirst, action, onAct } = view;
  const stage = modelStageOf(model.status);
  const at = stage === null ? -1 : modelStages.indexOf(stage);
  const steps =
    stage === null
      ? nothing
      : html`<p class="stage">${texts.stage(at + 1, modelStages.length, texts.stages[stage])}</p>
          ${stepper({
            steps: modelStages.map((each, index) => ({
              name: texts.stages[each],
              state: index < at ? 'done' : index === at ? 'now' : 'next',
            })),
            label: texts.stagesOf(model.name),
            texts: partTexts,
            isCompact: true,
            isHeldUp: model.status === 'returned',
          })}`;
  return cardTemplate(
    model.name,
    chip(modelStatusLooks[model.status], texts.statuses[model.status]),
    dueOf({ model, next }, view),
    { text: action, isPrimary: isFirst, onClick: onAct },
    html`${steps} ${model.status === 'returned' ? remarksTemplate(model, view) : nothing}`,
  );
}

function dueOf({ model, next }: DueModel, { texts, lang }: ModelCardView): { text: string; class?: string } {
  const what = next.next === 'correct' ? texts.toCorrect(model.remarks?.length ?? 0) : texts.nexts[next.next];
  const isWarning = next.urgency === 'soon' || next.next === 'correct';
  const look = next.urgency === 'overdue' ? 'danger' : isWarning ? 'warning' : '';
  if (next.due === null) return { text: what, class: look };
  const say = next.urgency === 'overdue' ? texts.overdue : texts.until;
  return { text: say(what, formatDateWithWeekday(next.due, lang)), class: look };
}

/** Why it came back; each remark leads to its field. */
function remarksTemplate({ remarks, statusReason }: ModelSummary, { texts, onField }: ModelCardView): TemplateResult {
  return html`<div class="remarks">
    ${noteIcon}
    <div>
      <p><b>${texts.returned}</b></p>
      ${statusReason ? html`<p class="prewrap">${statusReason}</p>` : nothing}
      ${
        remarks?.length
          ? html`<ul>
              ${remarks.map(({ field, text }) => html`<li>${text} ${remarkLink(field, texts, () => onField(field))}</li>`)}
            </ul>`
          : nothing
      }
    </div>
  </div>`;
}

/** “Đến mục 7a”, or with the name of a field that has no number. */
export function remarkLink(
  field: RegistrationField,
  { labels, goTo }: Pick<typeof myModels, 'labels' | 'goTo'>,
  onField: () => void,
): TemplateResult {
  const label = field === 'unitName' ? labels.unitId : labels[field];
  const number = /^(\d+[a-z]?)\. /.exec(label)?.[1];
  const go = (event: Event) => {
    event.preventDefault();
    onField();
  };
  return html`<a href="#${field}" @click=${go}>${goTo(number ?? `“${label}”`)}</a>`;
}

export interface DraftCardView extends CardView {
  title: string | null;
  /** When it was saved, and where. */
  about: string;
  onContinue: () => void;
}

/** A registration that the person has begun. */
export const draftCard = ({ title, about, texts, isFirst, onContinue }: DraftCardView): TemplateResult =>
  cardTemplate(
    title ?? texts.unnamed,
    chip({ icon: editIcon, tone: 'neutral' }, texts.draft),
    { text: about },
    { text: texts.continue, isPrimary: isFirst, onClick: onContinue },
  );
