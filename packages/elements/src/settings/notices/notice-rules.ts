import { html, nothing, type TemplateResult } from 'lit';
import type { Constraint } from '@dvk/sdk/constraints';
import { describeFieldError } from '@dvk/sdk/contract';
import {
  checkNoticeRules,
  noticeOccasions,
  noticeTopics,
  presetNoticeRules,
  type NoticeAudience,
  type NoticeOccasionName,
  type NoticeRule,
} from '@dvk/sdk/notices';
import type { DvkChoiceField } from '../../choice-field/dvk-choice-field.ts';
import { addIcon } from '../../icons/add.ts';
import type { WidgetHost } from '../../internal/widget-host.ts';
import { settingsNotices } from '../../locale/settings-notices/vi.ts';
import type { MakeForm } from '../forms/form-page.ts';
import type { FieldsView } from '../forms/setting-form.ts';
import { openRule } from './open-rule.ts';
import { noticeRulesStyles } from './styles.ts';

export { presetNoticeRules };

type Rules = NoticeRule[];
type Texts = typeof settingsNotices;

const occasionNames = Object.keys(noticeOccasions) as NoticeOccasionName[];

/** “Chuyển đơn vị xử lý → đơn vị” */
export const nameOf = ({ on, to }: Pick<NoticeRule, 'on' | 'to'>, texts: Texts): string =>
  texts.rule(texts.occasions[on], texts.audiences[to]);

const channelsOf = ({ inApp, mail }: NoticeRule, texts: Texts): string =>
  [inApp ? texts.onPortal : texts.notOnPortal, texts.mailIs[mail]].join(', ');

/** The preset of what a rule is about, where there is one. */
const presetFor = ({ on, to }: Pick<NoticeRule, 'on' | 'to'>): NoticeRule | undefined =>
  presetNoticeRules().find((preset) => preset.on === on && preset.to === to);

const isAsPreset = (rule: NoticeRule): boolean => JSON.stringify(presetFor(rule)) === JSON.stringify(rule);

/** A rule for what none is about yet, with the words of the preset where it has some. */
function newRule(on: NoticeOccasionName, to: NoticeAudience): NoticeRule {
  const empty = { vi: '', en: '' };
  const blank = { inApp: true, mail: 'daily' as const, title: empty, text: empty, illustrative: false };
  return presetFor({ on, to }) ?? { id: `${on}.${to}`, on, to, ...blank };
}

/** What happens, and who could be told of it: all that there is no rule for yet, of one topic. */
const missingIn = (rules: Rules, topic: string): { on: NoticeOccasionName; to: NoticeAudience }[] =>
  occasionNames
    .filter((on) => noticeOccasions[on].topic === topic)
    .flatMap((on) => noticeOccasions[on].audiences.map((to) => ({ on, to })))
    .filter(({ on, to }) => !rules.some((rule) => rule.on === on && rule.to === to));

/** What is wrong with the rules, in words, by pointer. */
function faultsOf(rules: Rules, { locale }: WidgetHost): Map<string, string> {
  return new Map(
    checkNoticeRules(rules).map(({ pointer, code, params }) => [
      pointer.slice(1),
      describeFieldError(code, params, locale.lang),
    ]),
  );
}

/** The rules of notices, in groups by what happened; the one that is unfolded can be changed. */
export function noticeRules(): MakeForm<'notices'> {
  /** The rules that are unfolded, by id. */
  const open = new Set<string>();
  return (_, host) => {
    const texts = host.locale.texts(settingsNotices);
    const labelOf = (pointer: string, rules: Rules) => {
      const [at, part, lang] = pointer.split('/');
      const rule = rules[Number(at)];
      const field = part === 'title' ? texts.title : part === 'text' ? texts.text : '';
      const inLang = lang === 'en' ? texts.en : texts.vi;
      return [rule && nameOf(rule, texts), field && `${field} (${inLang})`].filter(Boolean).join(', ');
    };
    return {
      styles: [noticeRulesStyles],
      note: texts.note,
      lines: (rules) =>
        rules.map((rule) => {
          const { title, text, illustrative } = rule;
          const words = [title.vi, text.vi, title.en, text.en, illustrative ? texts.sample : ''];
          return [nameOf(rule, texts), [channelsOf(rule, texts), ...words].filter(Boolean).join(' · ')] as const;
        }),
      overview: (rules) => overview(rules, texts),
      labelOf,
      emptyAt: () => '',
      faults: (rules) => [...faultsOf(rules, host)].map(([pointer, fault]) => `${labelOf(pointer, rules)}: ${fault}`),
      fields: (rules, view) => fields(rules, view, { host, texts, open }),
    };
  };
}

function overview(rules: Rules, texts: Texts): TemplateResult {
  if (rules.length === 0) return html`<p>${texts.none}</p>`;
  const differing = rules.filter((rule) => !isAsPreset(rule)).length;
  return html`<p>${texts.count(rules.length)}, ${texts.differing(differing)}</p>
    ${noticeTopics.map((topic) => {
      const own = rules.filter(({ on }) => noticeOccasions[on].topic === topic);
      if (own.length === 0) return nothing;
      return html`<details class="rules-of">
        <summary>${texts.topics[topic]} <span class="count">${own.length}</span></summary>
        <dl class="facts">
          ${own.map(
            (rule) =>
              html`<dt>${nameOf(rule, texts)}</dt>
                <dd class="plain">
                  <p>${rule.title.vi}</p>
                  <p class="small">${channelsOf(rule, texts)}${rule.illustrative ? ` · ${texts.sample}` : ''}</p>
                </dd>`,
          )}
        </dl>
      </details>`;
    })}`;
}

interface Shown {
  host: WidgetHost;
  texts: Texts;
  open: Set<string>;
}

function fields(rules: Rules, view: FieldsView<Rules>, { host, texts, open }: Shown): TemplateResult {
  const { of, max = 0 } = view.body as { of: Constraint; max?: number };
  const wrong = faultsOf(rules, host);
  const ruleAt = (rule: NoticeRule, at: number): TemplateResult => {
    const isOpen = open.has(rule.id);
    const isWrong = [...wrong.keys()].some((pointer) => pointer.startsWith(`${at}/`));
    const onToggle = ({ target }: Event) => {
      const { open: isNow } = target as HTMLDetailsElement;
      if (isNow === open.has(rule.id)) return;
      if (isNow) open.add(rule.id);
      else open.delete(rule.id);
      host.element.requestUpdate();
    };
    return html`<details class="rule" data-rule=${rule.id} ?open=${isOpen} @toggle=${onToggle}>
      <summary>
        <span class="rule-name"
          ><b>${texts.occasions[rule.on]}</b> → ${texts.audiences[rule.to]}
          ${rule.illustrative ? html`<span class="tag">${texts.sample}</span>` : nothing}
          ${isWrong ? html`<span class="tag danger">${texts.wrong}</span>` : nothing}
        </span>
        <span class="small">${channelsOf(rule, texts)}</span>
      </summary>
      ${
        isOpen
          ? openRule(rule, {
              at,
              body: of,
              texts,
              lang: host.locale.lang,
              faultAt: (pointer) => wrong.get(`${at}/${pointer}`) ?? '',
              onChange: (more) => view.change(rules.map((each) => (each === rule ? { ...each, ...more } : each))),
              ...(presetFor(rule) && !isAsPreset(rule)
                ? { onPreset: () => view.setValue(rules.map((each) => (each === rule ? presetFor(rule)! : each))) }
                : {}),
              onRemove: () => view.setValue(rules.filter((each) => each !== rule)),
            })
          : nothing
      }
    </details>`;
  };
  return html`<div class="notice-rules">
    ${noticeTopics.map((topic) => {
      const missing = rules.length < max ? missingIn(rules, topic) : [];
      return html`<section aria-labelledby="rules-${topic}">
        <h4 id="rules-${topic}">${texts.topics[topic]}</h4>
        ${rules.map((rule, at) => (noticeOccasions[rule.on].topic === topic ? ruleAt(rule, at) : nothing))}
        ${missing.length > 0 ? adding(topic, missing) : nothing}
      </section>`;
    })}
  </div>`;

  function adding(topic: string, missing: readonly { on: NoticeOccasionName; to: NoticeAudience }[]): TemplateResult {
    const onAdd = ({ currentTarget }: Event) => {
      const select = (currentTarget as Element).parentElement!.querySelector<DvkChoiceField>('dvk-choice-field')!;
      const chosen = missing.find((each) => `${each.on}.${each.to}` === select.value);
      if (!chosen) return select.focus();
      const rule = newRule(chosen.on, chosen.to);
      open.add(rule.id);
      view.setValue([...rules, rule]);
    };
    return html`<div class="adding">
      <dvk-choice-field
        name="add-${topic}"
        type="select"
        density="compact"
        label=${texts.addWhich}
        .options=${missing.map((each) => ({ value: `${each.on}.${each.to}`, label: nameOf(each, texts) }))}
      ></dvk-choice-field>
      <button class="button" type="button" @click=${onAdd}>${addIcon}${texts.add}</button>
    </div>`;
  }
}
