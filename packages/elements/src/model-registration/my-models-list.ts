import { html, nothing, type TemplateResult } from 'lit';
import { modelStageOf, modelStages, type RegistrationField } from '@dvk/sdk/models';
import { formatDate, formatDateWithWeekday, formatMoment, dateInVietnam } from '@dvk/sdk/text';
import { dueIcon } from '../icons/due.ts';
import { editIcon } from '../icons/edit.ts';
import { noteIcon } from '../icons/note.ts';
import { warningIcon } from '../icons/warning.ts';
import type { Group, ListDefinition, Tab } from '../list/definition.ts';
import type { Lang } from '../locale/controller.ts';
import type { models } from '../locale/models/vi.ts';
import type { myModels } from '../locale/my-models/vi.ts';
import { chip } from '../parts/chip.ts';
import { modelStatusLooks } from '../status/models.ts';
import { groupOf, type ModelRow, type MyModelsRow } from './my-models-rows.ts';
import { remarksTemplate } from './remarks.ts';

/** The one thing to do with a row. */
export interface RowAction {
  text: string;
  /** The only one of them that has a primary button. */
  isPrimary: boolean;
  /** Whether it is only a way to the registration. */
  isQuiet: boolean;
  onClick: () => void;
}

export interface MyModelsListView {
  texts: typeof myModels;
  names: typeof models;
  lang: Lang;
  tabs: readonly Tab[];
  /** Whether models of several units are shown. */
  hasUnits: boolean;
  actionOf: (row: MyModelsRow) => RowAction | undefined;
  /** Whether there is anything to do with one of them. */
  hasActions: boolean;
  /** Called with the field that a remark is about. */
  onField: (row: ModelRow, field: RegistrationField) => void;
  cellsDependOn: readonly unknown[];
}

const optionsOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** The list of a unit's models: drafts, what is due, what others are to do, the rest. */
export function myModelsListOf(view: MyModelsListView): ListDefinition<MyModelsRow> {
  const { texts, names } = view;
  const nameOf = (row: MyModelsRow) => ('draft' in row ? (row.draft.title ?? texts.unnamed) : row.model.name);
  const statusOf = (row: MyModelsRow) => ('draft' in row ? texts.draft : texts.statuses[row.model.status]);
  return {
    label: texts.paperTitle,
    noun: texts.noun,
    nameOf,
    search: texts.search,
    tabs: view.tabs,
    filters: [
      {
        name: 'field',
        label: texts.field,
        several: true,
        options: optionsOf(names.fields),
      },
      {
        name: 'registrantKind',
        label: texts.registrantKind,
        options: optionsOf(names.registrantKinds),
      },
    ],
    groupOf: (row) => groupTemplate(row, texts),
    cellsDependOn: view.cellsDependOn,
    below: (row) => ('draft' in row ? undefined : remarksBelow(row, view)),
    columns: [
      {
        key: 'name',
        label: texts.name,
        opens: { meta: (row) => metaTemplate(row, view) },
        render: nameOf,
        value: nameOf,
      },
      {
        key: 'status',
        label: texts.status,
        width: 13,
        render: (row) =>
          'draft' in row
            ? chip({ icon: editIcon, tone: 'neutral' }, texts.draft)
            : html`${chip(modelStatusLooks[row.model.status], statusOf(row))} ${stageTemplate(row, texts)}`,
        value: statusOf,
      },
      ...(view.hasActions
        ? [
            {
              key: 'next',
              label: texts.next,
              width: 16,
              render: (row: MyModelsRow) => nextTemplate(row, nameOf(row), view),
              value: (row: MyModelsRow) => ('draft' in row ? texts.continue : dueOf(row, view).text),
            },
          ]
        : []),
    ],
  };
}

function groupTemplate(row: MyModelsRow, texts: typeof myModels): Group {
  const key = groupOf(row);
  const label = texts.groups[key];
  switch (key) {
    // Drafts are the person's own: they are no part of what a unit hands on.
    case 'drafts':
      return { key, label, icon: editIcon, isPrivate: true };
    case 'overdue':
      return { key, label, icon: warningIcon, tone: 'danger' };
    case 'soon':
      return { key, label, icon: dueIcon, tone: 'warning' };
    default:
      return { key, label };
  }
}

/** What is due and until when, how urgent that is. */
function dueOf({ model, next }: ModelRow, { texts, lang }: MyModelsListView): { text: string; look: string } {
  const what = next.next === 'correct' ? texts.toCorrect(model.remarks?.length ?? 0) : texts.nexts[next.next];
  const isWarning = next.urgency === 'soon' || next.next === 'correct';
  const look = next.urgency === 'overdue' ? 'danger' : isWarning ? 'warning' : '';
  if (next.due === null) return { text: what, look };
  const say = next.urgency === 'overdue' ? texts.overdue : texts.until;
  return { text: say(what, formatDateWithWeekday(next.due, lang)), look };
}

/** The second line: what is due, else what the model is known by. */
function metaTemplate(row: MyModelsRow, view: MyModelsListView): unknown {
  const { texts, lang, hasUnits } = view;
  if ('draft' in row) {
    const when = formatMoment(row.draft.savedAt, lang);
    return (row.draft.isLocal ? texts.draftHere : texts.draftSaved)(when);
  }
  const { model, next } = row;
  const unit = hasUnits ? html`${model.unitName} · ` : nothing;
  if (next.due !== null || next.next === 'correct') {
    const { text, look } = dueOf(row, view);
    return html`${unit}<span class="due ${look}">${text}</span>`;
  }
  const since = texts.since(formatDate(dateInVietnam(model.statusSince ?? model.updatedAt)));
  return html`${unit}<span translate="no">${model.code}</span> · ${since}`;
}

/** How far a model has come, as a bar of as many parts as there are stages. */
function stageTemplate({ model }: ModelRow, texts: typeof myModels): TemplateResult | typeof nothing {
  const stage = modelStageOf(model.status);
  if (!stage) return nothing;
  const at = modelStages.indexOf(stage) + 1;
  return html`<span class="stages" title=${texts.stage(at, modelStages.length, texts.stages[stage])}>
    ${modelStages.map((_, index) => html`<i class=${index < at ? 'on' : ''}></i>`)}
    <span class="hidden">${texts.stage(at, modelStages.length, texts.stages[stage])}</span>
  </span>`;
}

/** The one thing to do. */
function nextTemplate(row: MyModelsRow, name: string, view: MyModelsListView): TemplateResult | typeof nothing {
  const action = view.actionOf(row);
  if (!action) return nothing;
  const { text, isPrimary, isQuiet, onClick } = action;
  return html`<button
      class="button screen-only ${isPrimary ? 'primary' : isQuiet ? 'plain' : ''}"
      type="button"
      aria-label="${text}: ${name}"
      @click=${onClick}
    >
      ${text}</button
    ><span class="paper-only">${text}</span>`;
}

function remarksBelow(row: ModelRow, { texts, onField }: MyModelsListView): TemplateResult | undefined {
  if (row.model.status !== 'returned') return undefined;
  return html`<div class="remarks">
    ${noteIcon}
    <div>${remarksTemplate(row.model, texts, (field) => onField(row, field))}</div>
  </div>`;
}
