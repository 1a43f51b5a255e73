import { html, nothing, type TemplateResult } from 'lit';
import { mailWishes, noticeTopics, type NoticePreferences, type NoticeWishes } from '@dvk/sdk/notices';
import type { notices } from './vi.ts';

export interface WishesView {
  wishes: NoticePreferences;
  texts: typeof notices;
  busy: boolean;
  onSave: (wishes: NoticeWishes) => void;
}

const usualQuiet = { from: '21:00', to: '06:00' };

/** What the fields of the form say. */
function readForm(form: HTMLFormElement, before: NoticePreferences): NoticeWishes {
  const data = new FormData(form);
  const textOf = (name: string) => data.get(name) as string | null;
  const topics = Object.fromEntries(
    noticeTopics.map((topic) => {
      const mail = textOf(`${topic}-mail`) ?? before.topics[topic].mail;
      return [topic, { inApp: data.has(`${topic}-app`), mail }];
    }),
  ) as NoticeWishes['topics'];
  const [from, to] = [textOf('from'), textOf('to')];
  const hours = from && to ? { from, to } : (before.quietHours ?? usualQuiet);
  const quietHours = before.hasMail ? (data.has('quiet') ? hours : null) : before.quietHours;
  return { topics, quietHours, language: (textOf('language') ?? before.language) as NoticeWishes['language'] };
}

/** Which notices somebody wishes: a part of the work each, on the portal and by mail. */
export function wishesForm({ wishes, texts, busy, onSave }: WishesView): TemplateResult {
  const { hasMail, quietHours, language } = wishes;
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    onSave(readForm(event.target as HTMLFormElement, wishes));
  };
  const option = (value: string, label: string, chosen: string) =>
    html`<option value=${value} ?selected=${value === chosen}>${label}</option>`;
  const topic = (name: (typeof noticeTopics)[number]) => {
    const { inApp, mail } = wishes.topics[name];
    return html`<fieldset class="wish">
      <legend>${texts.topics[name]}</legend>
      <label><input type="checkbox" name="${name}-app" .checked=${inApp} />${texts.inApp}</label>
      ${
        hasMail
          ? html`<label
              >${texts.mail}
              <select name="${name}-mail" aria-label=${texts.mailOf(texts.topics[name])}>
                ${mailWishes.map((wish) => option(wish, texts.mailWishes[wish], mail))}
              </select></label
            >`
          : nothing
      }
    </fieldset>`;
  };
  const hours = quietHours ?? usualQuiet;
  return html`<form novalidate @submit=${onSubmit}>
    ${hasMail ? nothing : html`<p class="notice">${texts.noMail}</p>`} ${noticeTopics.map(topic)}
    ${
      hasMail
        ? html`<fieldset class="wish">
            <legend>${texts.mail}</legend>
            <label><input type="checkbox" name="quiet" .checked=${quietHours !== null} />${texts.quiet}</label>
            <div class="hours">
              <label>${texts.from}<input type="time" name="from" .value=${hours.from} /></label>
              <label>${texts.to}<input type="time" name="to" .value=${hours.to} /></label>
            </div>
            <label
              >${texts.language}
              <select name="language">
                ${(['vi', 'en'] as const).map((each) => option(each, texts.languages[each], language))}
              </select></label
            >
          </fieldset>`
        : nothing
    }
    <div class="actions"><button class="button primary" ?disabled=${busy}>${texts.save}</button></div>
  </form>`;
}
