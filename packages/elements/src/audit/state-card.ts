import { css, html, nothing, type TemplateResult } from 'lit';
import { describeFault, type LedgerCheck, type LedgerFault } from '@dvk/sdk/audit';
import { formatMoment, formatNumber } from '@dvk/sdk/text';
import { checkedIcon } from '../icons/checked.ts';
import { exportIcon } from '../icons/export.ts';
import { runningIcon } from '../icons/running.ts';
import { similarIcon } from '../icons/similar.ts';
import { waitingIcon } from '../icons/waiting.ts';
import { warningIcon } from '../icons/warning.ts';
import type { WidgetHost } from '../internal/widget-host.ts';
import { ledger } from '../locale/ledger/vi.ts';
import { sheetFacts } from '../paper/official-sheet.ts';
import { chip, chipStyles, type StatusLook } from '../parts/chip.ts';
import { disclosure, disclosureStyles } from '../parts/disclosure.ts';
import type { LedgerState } from './ledger-state.ts';
import type { audit } from './vi.ts';
import { areaName } from './words.ts';

type Found = LedgerCheck['found'][number];
type Advice = keyof (typeof ledger)['advice'];

/** What is to be done about each kind of fault. */
const advice: Readonly<Record<LedgerFault['what'], Advice>> = {
  gap: 'broken',
  order: 'broken',
  hash: 'broken',
  end: 'broken',
  seal: 'broken',
  sequence: 'broken',
  changed: 'altered',
  'part-gone': 'altered',
  'part-added': 'altered',
  gone: 'altered',
  'no-event': 'unknown',
  'no-digest': 'unknown',
  'anchor-key': 'anchor',
  'anchor-ahead': 'anchor',
  'anchor-differs': 'anchor',
};

/** So many faults are shown; the server keeps more, and its command lists all. */
const mostShown = 10;
/** Milliseconds after which a check that has not begun is no usual thing. */
const longWait = 60_000;

const looks: Readonly<Record<'none' | 'running' | 'holds' | 'faulty', StatusLook>> = {
  none: { icon: waitingIcon, tone: 'warning' },
  running: { icon: runningIcon, tone: 'info' },
  holds: { icon: checkedIcon, tone: 'success' },
  faulty: { icon: warningIcon, tone: 'danger' },
};

export interface StateCardOptions {
  host: WidgetHost;
  state: LedgerState;
  texts: typeof audit;
  /** Shows what was done with a record. */
  onRecord: (subject: string, name: string) => void;
}

/** The state of the ledger: its last check, what it found and what to do, the anchor outside the database. */
export function stateCard(options: StateCardOptions): TemplateResult {
  const { host, state } = options;
  const texts = host.locale.texts(ledger);
  const { running, last } = state;
  const kind = running ? 'running' : !last ? 'none' : last.faults === 0 ? 'holds' : 'faulty';
  return html`<section class="ledger ${kind} screen-only" part="ledger" aria-labelledby="ledger-title">
    <header>
      <h3 id="ledger-title" tabindex="-1">${texts.title}</h3>
      ${state.checks ? chip(looks[kind], kind === 'faulty' ? texts.states.faulty(formatNumber(last!.faults)) : texts.states[kind]) : nothing}
      ${anchorActions(state, texts, host)}
    </header>
    ${
      state.isFailed
        ? html`<p>
            ${texts.notLoaded} <button class="link" type="button" @click=${state.load}>${texts.retry}</button>
          </p>`
        : nothing
    }
    ${running ? html`<p class="progress">${progressOf(running, state.isLost, texts)}</p>` : nothing}
    ${last ? lastCheck(last, options, texts) : state.checks && !running ? html`<p>${texts.notYet}</p>` : nothing}
    ${host.renderMessage()} ${earlierChecks(state, options, texts)}
  </section>`;
}

function progressOf({ state, askedAt, events, records }: LedgerCheck, isLost: boolean, texts: typeof ledger): string {
  if (isLost) return texts.lost;
  if (state === 'running') return texts.running(formatNumber(events), formatNumber(records));
  return Date.now() - Date.parse(askedAt) > longWait ? texts.waitingLong : texts.waiting;
}

const whenOf = (
  { finishedAt, askedBy }: LedgerCheck,
  { locale: { lang } }: WidgetHost,
  texts: typeof ledger,
): string => {
  const when = formatMoment(finishedAt!, lang);
  return askedBy === null ? texts.byNight(when) : texts.asked(when, askedBy);
};

function lastCheck(check: LedgerCheck, options: StateCardOptions, texts: typeof ledger): TemplateResult {
  const { host } = options;
  const { events, records, anchorAt, found } = check;
  return html`${sheetFacts([
    [texts.lastCheck, whenOf(check, host, texts)],
    [texts.extent, texts.looked(formatNumber(events), formatNumber(records))],
    [texts.anchor, anchorAt === null ? texts.noAnchor : texts.anchored(formatMoment(anchorAt, host.locale.lang))],
  ])}
  ${found.length > 0 ? faultsOf(check, options, texts) : nothing}`;
}

function faultsOf({ found, faults }: LedgerCheck, options: StateCardOptions, texts: typeof ledger): TemplateResult {
  const shown = found.slice(0, mostShown);
  const toDo = [...new Set(found.map(({ what }) => advice[what]))];
  return html`<h4>${texts.faults}</h4>
    <ul class="faults">
      ${shown.map((fault) => faultItem(fault, options, texts))}
    </ul>
    ${faults > shown.length ? html`<p class="small">${texts.moreFaults(formatNumber(faults - shown.length))}</p>` : nothing}
    <h4>${texts.toDo}</h4>
    ${toDo.map((each) => html`<p>${texts.advice[each]}</p>`)}`;
}

function faultItem(
  fault: Found,
  { host, texts: words, onRecord }: StateCardOptions,
  texts: typeof ledger,
): TemplateResult {
  const { subject, subjectName } = fault;
  const area = subject && areaName(subject, words);
  const name = subject && (subjectName ? `${area} ${subjectName}` : texts.area(area!, subject.slice(-4)));
  const sentence = describeFault({ ...fault, subject: name }, host.locale.lang);
  return html`<li>
    ${sentence.charAt(0).toLocaleUpperCase('vi')}${sentence.slice(1)}.
    ${
      subject
        ? html`<button class="link" type="button" @click=${() => onRecord(subject, name!)}>${texts.showRecord}</button>`
        : nothing
    }
  </li>`;
}

function earlierChecks({ checks, last }: LedgerState, { host }: StateCardOptions, texts: typeof ledger) {
  const earlier = (checks ?? []).filter((check) => check.state === 'done' && check !== last);
  if (earlier.length === 0) return nothing;
  return disclosure(
    texts.earlier,
    html`<ul>
      ${earlier.map((check) => {
        const outcome = check.faults === 0 ? texts.outcome.holds : texts.outcome.faulty(formatNumber(check.faults));
        return html`<li>${whenOf(check, host, texts)}: ${outcome}</li>`;
      })}
    </ul>`,
  );
}

function anchorActions(state: LedgerState, texts: typeof ledger, host: WidgetHost): TemplateResult {
  const onFile = ({ target }: Event) => {
    const input = target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) void state.compare(file);
    // The same file may be chosen again.
    input.value = '';
  };
  const choose = (event: Event) => (event.currentTarget as Element).parentElement!.querySelector('input')!.click();
  return html`<div class="anchor-actions">
    <button class="button" type="button" @click=${state.takeAnchor}>${exportIcon}${texts.takeAnchor}</button>
    ${
      state.running
        ? nothing
        : html`<span>
            <input
              type="file"
              accept=".json,application/json"
              hidden
              tabindex="-1"
              aria-label=${texts.compare}
              @change=${onFile}
            />
            <button class="button" type="button" ?disabled=${host.requests.isWriting} @click=${choose}>
              ${similarIcon}${texts.compare}
            </button>
          </span>`
    }
  </div>`;
}

/** Look of the state of the ledger. */
export const stateCardStyles = [
  ...chipStyles,
  ...disclosureStyles,
  css`
    .ledger {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 0.6em;
      padding: 0.9em 1.1em;
      border: 1px solid var(--_rule);
      border-inline-start: 4px solid var(--_success);
      border-radius: var(--_radius);
    }
    .ledger.running {
      border-inline-start-color: var(--_info);
    }
    .ledger.none {
      border-inline-start-color: var(--_warning);
    }
    .ledger.faulty {
      border-inline-start-color: var(--_danger);
    }
    .ledger > header {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.5em 0.75em;
    }
    .ledger h3 {
      font-size: 1em;
    }
    .ledger :is(ul, .disclosed ul) {
      display: grid;
      gap: 0.35em;
      padding-inline-start: 1.25em;
      max-inline-size: 60em;
      overflow-wrap: anywhere;
    }
    .ledger > p {
      max-inline-size: 60em;
    }
    .anchor-actions {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5em;
      margin-inline-start: auto;
    }
  `,
];
