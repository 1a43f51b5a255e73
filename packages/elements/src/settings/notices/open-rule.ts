import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Constraint } from '@dvk/sdk/constraints';
import { fillNotice, mailTimes, noticeOccasions, titleVariables, type NoticeRule } from '@dvk/sdk/notices';
import { constraintAt } from '../../form/contract-field.ts';
import type { Lang } from '../../locale/controller.ts';
import type { settingsNotices } from '../../locale/settings-notices/vi.ts';
import type { DvkTextField } from '../../text-field/dvk-text-field.ts';
import { tick } from '../forms/tick.ts';

export interface OpenRuleView {
  /** Its place in the list. */
  at: number;
  /** What the contract asks of a rule. */
  body: Constraint;
  texts: typeof settingsNotices;
  lang: Lang;
  /** What is wrong with the text at a pointer, e.g. `title/vi`; `''` where nothing is. */
  faultAt: (pointer: string) => string;
  onChange: (more: Partial<NoticeRule>) => void;
  /** Absent where the rule is as it comes, or there is none. */
  onPreset?: () => void;
  onRemove: () => void;
}

const languages = ['vi', 'en'] as const;
const parts = ['title', 'text'] as const;

/** Puts a text where the caret of a field stands, as if it had been typed. */
function insertInto(field: DvkTextField, text: string): void {
  const control = field.shadowRoot!.querySelector<HTMLInputElement | HTMLTextAreaElement>('#control')!;
  field.focus();
  const { selectionStart, selectionEnd, value } = control;
  control.setRangeText(text, selectionStart ?? value.length, selectionEnd ?? value.length, 'end');
  control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** A rule to be changed: channels, texts in both languages with what can be inserted, and how it will read. */
export function openRule(rule: NoticeRule, view: OpenRuleView): TemplateResult {
  const { at, texts, onChange, onPreset, onRemove } = view;
  return html`<div class="rule-fields">
    ${tick(texts.inApp, rule.inApp, (inApp) => onChange({ inApp }))}
    <dvk-choice-field
      name="value/${at}/mail"
      label=${texts.mail}
      value=${rule.mail}
      inline
      .options=${mailTimes.map((each) => ({ value: each, label: texts.mailTimes[each] }))}
      required
    ></dvk-choice-field>
    ${languages.map(
      (language) =>
        html`<fieldset class="words">
          <legend>${texts[language]}</legend>
          ${parts.map((part) => textField(rule, part, language, view))} ${preview(rule, language, texts)}
        </fieldset>`,
    )}
    ${tick(texts.isSample, rule.illustrative, (illustrative) => onChange({ illustrative }))}
    <div class="actions">
      ${onPreset ? html`<button class="button" type="button" @click=${onPreset}>${texts.toPreset}</button>` : nothing}
      <button class="link" type="button" @click=${onRemove}>${texts.remove}</button>
    </div>
  </div>`;
}

function textField(
  rule: NoticeRule,
  part: (typeof parts)[number],
  language: (typeof languages)[number],
  { at, body, texts, faultAt }: OpenRuleView,
): TemplateResult {
  const pointer = `${part}/${language}`;
  const { max = 1000 } = constraintAt(body, pointer).constraint as { max?: number };
  const variables = part === 'title' ? titleVariables(rule.on) : noticeOccasions[rule.on].variables;
  const fault = faultAt(pointer);
  let field: DvkTextField | undefined;
  return html`<div class="worded">
    <dvk-text-field
      name="value/${at}/${pointer}"
      type=${part === 'title' ? 'text' : 'multiline'}
      label=${texts[part]}
      short-name="${texts[part]} (${texts[language]})"
      value=${rule[part][language]}
      maxlength=${max}
      rows="2"
      autocomplete="off"
      required
      ${ref((element) => {
        field = element as DvkTextField | undefined;
        // A person who types clears it, so that it is set anew each time.
        field?.setCustomValidity(fault);
      })}
    ></dvk-text-field>
    <div class="variables" role="group" aria-label=${texts.insertInto(texts[part])}>
      ${variables.map(
        (name) =>
          html`<button
            class="variable"
            type="button"
            aria-label=${texts.insert(texts.variables[name])}
            @click=${() => insertInto(field!, `{${name}}`)}
          >
            + ${texts.variables[name]}
          </button>`,
      )}
    </div>
  </div>`;
}

/** How the notice will read, filled with examples. */
function preview(
  rule: NoticeRule,
  language: (typeof languages)[number],
  texts: typeof settingsNotices,
): TemplateResult {
  const { title, text } = fillNotice(rule, texts.examples);
  return html`<div class="preview">
    <p class="small">${texts.preview}. ${texts.previewNote}</p>
    <div lang=${language}>
      <p><b>${title[language]}</b></p>
      <p>${text[language]}</p>
    </div>
  </div>`;
}
