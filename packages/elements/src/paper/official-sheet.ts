import { html, nothing, type TemplateResult } from 'lit';
import { dateInVietnam, formatDate, formatLongDate, formatMoment, placeOf } from '@dvk/sdk/text';
import { attributeAbove, type LocaleController } from '../locale/controller.ts';
import { paper } from '../locale/paper/vi.ts';

/** Whose paper a sheet is: with the national heading, or with that of the Party. */
export type PaperHeading = 'state' | 'party';

/** What a sheet is headed with, beside what the page says of all its sheets. */
export interface SheetHead {
  /** The body that issues it, where the page names none. */
  issuer: string;
  /** Number or code. */
  number?: string;
  /** The moment it is dated, an instant; without it, now. */
  at?: string;
  title: string;
  /** What it is about, below the title. */
  about?: unknown;
  /** A remark below both, e.g. that it is a sample. */
  note?: string | undefined;
}

/** Who signs a sheet. */
export interface Signer {
  /** What they are, one line each: `['TM. Tổ thẩm định', 'Tổ trưởng']`. */
  role: readonly string[];
  /** Their name, if it is known. */
  name?: string | undefined;
}

/** The nearest `paper-heading` at or above an element. */
export const headingOf = (element: Element): PaperHeading =>
  attributeAbove(element, 'paper-heading') === 'party' ? 'party' : 'state';

/**
 * The head of a printed sheet: the body that issues it beside the national heading or that of the Party, number, place and date,
 * title. On paper only.
 * @param element - the widget: the nearest `paper-heading` and `paper-issuer` at or above it decide
 */
export function sheetHead(head: SheetHead, element: Element, locale: LocaleController): TemplateResult {
  const texts = locale.texts(paper);
  const heading = headingOf(element);
  const { number, at, title, about, note } = head;
  // The body above stands first: “Tỉnh ủy Tây Ninh / Ban Tuyên giáo và Dân vận”.
  const issuers = (attributeAbove(element, 'paper-issuer') || head.issuer).split(' / ');
  const date = dateInVietnam(at ?? Date.now());
  const day = locale.lang === 'en' ? formatDate(date) : formatLongDate(date);
  return html`<header class="paper-head paper-only">
    <slot name="paper-heading">
      <div class="paper-heading of-${heading}">
        <div class="issuer">
          ${issuers.map((name, at) => html`<p class=${at === issuers.length - 1 ? 'issuing' : ''}>${name}</p>`)}
        </div>
        <div>
          ${
            heading === 'party'
              ? html`<p class="ruled"><b>${texts.party}</b></p>`
              : html`<p><b>${texts.state}</b></p>
                  <p class="ruled motto"><b>${texts.motto}</b></p>`
          }
        </div>
        <p>${number ? texts.number[heading](number) : nothing}</p>
        <p class="dated"><i>${texts.dated(placeOf(issuers.at(-1)!), day)}</i></p>
      </div>
    </slot>
    <p class="sheet-title">${title.toLocaleUpperCase('vi')}</p>
    ${about ? html`<p class="sheet-about"><b>${about}</b></p>` : nothing}
    ${note ? html`<p class="sheet-about"><i>(${note})</i></p>` : nothing}
  </header>`;
}

/** What is known of something, as names and values; on paper as a table, where a long text takes the whole width below its name. */
export function sheetFacts(facts: readonly (readonly [name: string, value: unknown])[]): TemplateResult {
  return html`<dl class="facts sheet-facts">
    ${facts.map(
      ([name, value]) =>
        html`<div class="fact ${isLong(value) ? 'long' : ''}">
          <dt>${name}</dt>
          <dd class=${typeof value === 'string' ? 'prewrap' : ''}>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

/** Longer than two lines beside its name. */
const isLong = (value: unknown) => typeof value === 'string' && (value.length > 110 || value.includes('\n'));

/**
 * The end of a sheet, which no page divides: places to sign, side by side, with room for a signature and a seal, and the line that
 * says where the sheet comes from. On paper only.
 * @param above - what stands above the places to sign: on a page that begins here, it says what is signed
 * @param trace - the last line; else when the sheet was printed
 */
export function sheetEnd(
  signers: readonly Signer[],
  locale: LocaleController,
  { above, trace }: { above?: unknown; trace?: TemplateResult } = {},
): TemplateResult {
  const { signature } = locale.texts(paper);
  return html`<div class="sheet-end paper-only">
    ${above}
    <div class="signatures">
      ${signers.map(
        ({ role, name }) =>
          html`<div class="signer">
            ${role.map((line) => html`<p class="role">${line}</p>`)}
            <p><i>${signature}</i></p>
            <p class="signed">${name ?? nothing}</p>
          </div>`,
      )}
    </div>
    ${trace ?? printedAt(locale)}
  </div>`;
}

/** The end of a sheet that somebody prints to have it signed: they sign first, then others by what they are. On paper only. */
export function printedBy(
  name: string | null | undefined,
  [writer, ...others]: readonly string[],
  locale: LocaleController,
  above?: unknown,
): TemplateResult {
  const signers = [{ role: [writer!], name: name ?? undefined }, ...others.map((role) => ({ role: [role] }))];
  return sheetEnd(signers, locale, { above });
}

/** The end of the sheet of a list: how many there are; who has drawn it up signs, and the head of the unit. On paper only. */
export const listEnd = (
  name: string | null | undefined,
  locale: LocaleController,
  total: TemplateResult | typeof nothing,
): TemplateResult => printedBy(name, locale.texts(paper).listSigners, locale, total);

/** The last line of a sheet: when it was printed. On paper only. */
export const printedAt = (locale: LocaleController): TemplateResult =>
  html`<p class="trace paper-only">${locale.texts(paper).printed(formatMoment(Date.now(), locale.lang))}</p>`;
