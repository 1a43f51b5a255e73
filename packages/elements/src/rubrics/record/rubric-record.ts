import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { rubricsWithdraw } from '@dvk/sdk/constraints';
import { confidenceNames, confidenceNamesEn } from '@dvk/sdk/law';
import { criteriaOf, type Rubric, type RubricSummary } from '@dvk/sdk/rubrics';
import { dateInVietnam, formatDate, formatMoment } from '@dvk/sdk/text';
import { criteriaPaperStyles } from '../../criteria/paper-styles.ts';
import { criteriaTable } from '../../criteria/criteria-table.ts';
import { rubricRules } from '../../criteria/rules.ts';
import { shortPoints } from '../../criteria/scoring-words.ts';
import { criteriaTableStyles } from '../../criteria/table-styles.ts';
import { textIn } from '../../criteria/text-in.ts';
import { recordFrame } from '../../desk/record-frame.ts';
import { SideRead } from '../../desk/side-read.ts';
import { contractField } from '../../form/contract-field.ts';
import { StepForm, type StepContent } from '../../form/step-form.ts';
import { nextIcon } from '../../icons/next.ts';
import { printIcon } from '../../icons/print.ts';
import { warningIcon } from '../../icons/warning.ts';
import { withdrawnIcon } from '../../icons/withdrawn.ts';
import { copyText } from '../../internal/copy-text.ts';
import type { Draft } from '../../internal/draft.ts';
import type { WidgetHost } from '../../internal/widget-host.ts';
import { common } from '../../locale/common/vi.ts';
import { criteria } from '../../locale/criteria/vi.ts';
import { rubricRecord } from '../../locale/rubric-record/vi.ts';
import { printedAt, sheetFacts, sheetHead } from '../../paper/official-sheet.ts';
import { chip } from '../../parts/chip.ts';
import { disclosureStyles } from '../../parts/disclosure.ts';
import { rubricStateLooks } from '../../status/rubrics.ts';
import type { KnownRubrics } from '../known-rubrics.ts';
import { loadComparison } from './load-comparison.ts';
import type { RubricPage } from '../page.ts';
import type { RubricVersion } from '../rubric-version.ts';
import { rubricValidity } from '../validity.ts';
import { rubrics } from '../vi.ts';
import type { Comparison } from './comparison.ts';
import { rubricRecordStyles } from './styles.ts';
import { afterWithdrawal } from './withdrawal.ts';

export interface RubricRecordOptions {
  known: KnownRubrics;
  rubric: Rubric;
  /** The version as it was told last. */
  version: () => RubricVersion;
  position: () => { at: number; total: number };
  /** Its address, where the page has one. */
  address: () => string | undefined;
  onBack: () => void;
  onStep: (by: 1 | -1) => void;
  onWithdrawn: (summary: RubricSummary) => void;
}

/** An open version: what it rests on, its criteria as the decision prints them, how it differs from the one before, its withdrawal. */
export class RubricRecord implements RubricPage {
  readonly #host: WidgetHost;
  readonly #options: RubricRecordOptions;
  readonly #comparison: SideRead<Comparison>;
  readonly #step: StepForm<'withdraw', RubricSummary>;

  constructor(host: WidgetHost, options: RubricRecordOptions) {
    this.#host = host;
    this.#options = options;
    this.#comparison = new SideRead<Comparison>(host.element);
    this.#step = new StepForm<'withdraw', RubricSummary>({
      host: host.element,
      requests: host.requests,
      summary: host.summary,
      onBegin: () => host.showMessage(''),
      send: (_action, values) => {
        const { id, version } = options.rubric;
        const body = values as { reason: string };
        return host.connection()!.client.rubrics.withdraw({ params: { id, version }, body });
      },
      onDone: (summary) => {
        host.showMessage(this.#texts.withdrawn(summary.version));
        options.onWithdrawn(summary);
      },
    });
    const styles = [criteriaTableStyles, criteriaPaperStyles, disclosureStyles, rubricRecordStyles];
    for (const each of styles.flat() as CSSResult[]) host.addStyles(each);
  }

  get #texts(): typeof rubricRecord {
    return this.#host.locale.texts(rubricRecord);
  }

  get isWriting(): boolean {
    return this.#step.current !== undefined;
  }

  /** Opens the withdrawal again that was being written. Resolves to when it was kept. */
  restore(draft: Draft<StepContent>): Promise<Date | undefined> {
    return this.#step.restore(draft, this.#steps);
  }

  close(): void {
    this.#step.close();
    this.#comparison.clear();
  }

  get #steps(): { action: 'withdraw'; needs: string[] }[] {
    const mayWithdraw = this.#host.person.has('administrator') && this.#options.version().state !== 'withdrawn';
    return mayWithdraw ? [{ action: 'withdraw', needs: ['reason'] }] : [];
  }

  readonly #onCopy = async (what: 'code' | 'link', shown: Element): Promise<void> => {
    const { copied, notCopied } = this.#host.locale.texts(rubrics);
    const text = what === 'code' ? this.#options.version().id : this.#options.address()!;
    this.#host.announce((await copyText(text, shown)) ? copied : notCopied);
  };

  readonly #onCompare = (event: Event): void => {
    const { rubric, known, version } = this.#options;
    const before = known.before(version());
    if (!(event.target as HTMLDetailsElement).open || !before || this.#comparison.value) return;
    void this.#comparison.load(async () => {
      const { client } = this.#host.connection()!;
      const params = { id: before.rubricId, version: before.version };
      const [{ Comparison }, earlier] = await Promise.all([loadComparison(), client.rubrics.get({ params })]);
      return new Comparison(earlier, rubric);
    });
  };

  render(): TemplateResult {
    const { rubric, version, position, address, onBack, onStep } = this.#options;
    const { element, locale } = this.#host;
    const shared = locale.texts(rubrics);
    const open = version();
    const { legalBasis, title } = rubric;
    const { number, issuer = '', confidence } = legalBasis;
    const head = {
      issuer,
      ...(number && { number }),
      ...(legalBasis.date && { at: `${legalBasis.date}T00:00:00+07:00` }),
      title: textIn(title, locale.lang),
      about: `${shared.version(open.version)}, ${rubricValidity(open, shared)}`,
      ...(confidence === 'illustrative' && { note: this.#confidences.illustrative }),
    };
    return recordFrame({
      texts: shared,
      kind: shared.subjects[open.subject],
      code: open.id,
      ...position(),
      back: shared.back,
      hasLink: address() !== undefined,
      body: this.#renderBody(open),
      paper: [sheetHead(head, element, locale), printedAt(locale)],
      foot: this.#renderFoot(open),
      onBack,
      onStep,
      onCopy: (what, shown) => void this.#onCopy(what, shown),
    });
  }

  get #confidences() {
    return this.#host.locale.lang === 'en' ? confidenceNamesEn : confidenceNames;
  }

  #renderBody(open: RubricVersion): TemplateResult {
    const { rubric } = this.#options;
    const { lang } = this.#host.locale;
    const { states, subjects, version } = this.#host.locale.texts(rubrics);
    const words = this.#host.locale.texts(criteria);
    const isIllustrative = rubric.legalBasis.confidence === 'illustrative';
    return html`<div class="rubric-title screen-only">
        <h2 id="record-title" tabindex="-1">${textIn(rubric.title, lang)}</h2>
        <p class="states-line">
          ${chip(rubricStateLooks[open.state], states[open.state])}
          <span class="small">
            ${[version(open.version), subjects[open.subject]].join(' · ')}
            ${isIllustrative ? html`· <b class="illustrative">${this.#confidences.illustrative}</b>` : nothing}
          </span>
        </p>
      </div>
      ${this.#renderFacts(open)} ${this.#renderComparison(open)}
      <section aria-label=${this.#texts.criteria}>${criteriaTable({ rubric, texts: words, lang })}</section>
      ${rubricRules(rubric, words, lang)}`;
  }

  #renderFacts(open: RubricVersion): TemplateResult {
    const texts = this.#texts;
    const { lang } = this.#host.locale;
    const { legalBasis, total } = this.#options.rubric;
    const { number, date, issuer, title, article, note, url, confidence } = legalBasis;
    const { reason, publishedBy, withdrawReason, withdrawnBy } = open.decision ?? {};
    const said = (name: string | null | undefined, when: string, why: string | null | undefined) =>
      [name, formatMoment(when, lang), why].filter(Boolean).join(' · ');
    const basis = html`${[title, number, article].filter(Boolean).join(' · ')}<br />
      <span class="small">
        ${[issuer, date && formatDate(date), this.#confidences[confidence]].filter(Boolean).join(' · ')}
        ${url ? html`· <a href=${url} target="_blank" rel="noopener noreferrer">${texts.source}</a>` : nothing}
        ${note ? html`<br />${note}` : nothing}
      </span>`;
    const facts: [string, unknown][] = [
      [texts.validity, rubricValidity(open, this.#host.locale.texts(rubrics))],
      [texts.basis, basis],
      [texts.scale, texts.scaleOf(shortPoints(total), criteriaOf(this.#options.rubric).length)],
      [texts.published, publishedBy || reason ? said(publishedBy, open.addedAt, reason) : texts.installed],
    ];
    if (open.withdrawnAt) facts.push([texts.withdrawal, said(withdrawnBy, open.withdrawnAt, withdrawReason)]);
    return sheetFacts(facts);
  }

  #renderComparison(open: RubricVersion): TemplateResult | typeof nothing {
    const before = this.#options.known.before(open);
    if (!before) return nothing;
    const texts = this.#texts;
    const { value, isFailed, retry } = this.#comparison;
    return html`<details class="disclosure compare screen-only" @toggle=${this.#onCompare}>
      <summary>${nextIcon}<span>${texts.compare(before.version)}</span></summary>
      <div class="disclosed" aria-live="polite">
        ${
          value
            ? value.render(texts, this.#host.locale.lang)
            : isFailed
              ? html`<p>${texts.notCompared}</p>
                  <button class="button" type="button" @click=${retry}>
                    ${this.#host.locale.texts(common).retry}
                  </button>`
              : html`<p class="small">${this.#host.locale.texts(common).loading}</p>`
        }
      </div>
    </details>`;
  }

  #renderFoot(open: RubricVersion): TemplateResult {
    const texts = this.#texts;
    const { summary, locale, renderFailure, renderMessage } = this.#host;
    const steps = this.#steps;
    return html`<section
      class="step screen-only ${this.isWriting ? 'filling' : ''}"
      aria-label=${locale.texts(rubrics).handling}
    >
      ${summary.render()} ${renderFailure()} ${renderMessage()}
      <div class="rubric-actions">
        ${
          this.isWriting
            ? nothing
            : html`<button class="button" type="button" @click=${() => window.print()}>
                ${printIcon}${texts.print}
              </button>`
        }
        ${
          steps.length > 0 || this.isWriting
            ? this.#step.render({
                steps,
                labels: { withdraw: texts.withdraw },
                icons: { withdraw: withdrawnIcon },
                sendLabels: { withdraw: texts.withdraw },
                texts: locale.texts(common),
                fields: { reason: () => this.#renderWithdrawal(open) },
              })
            : nothing
        }
      </div>
    </section>`;
  }

  #renderWithdrawal(open: RubricVersion): TemplateResult {
    const texts = this.#texts;
    const versions = this.#options.known.versionsOf(open.rubricId);
    return html`<div class="notice warning with-icon">
        ${warningIcon}
        <p><b>${texts.withdrawAsk(open.version)}</b></p>
        <p>${afterWithdrawal(open, versions, dateInVietnam(Date.now()), texts)}</p>
        <p>${texts.withdrawStays}</p>
      </div>
      ${contractField({ body: rubricsWithdraw, name: 'reason', label: texts.reason, hint: texts.reasonHint })}`;
  }
}
