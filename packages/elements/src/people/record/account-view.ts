import { html, nothing, type TemplateResult } from 'lit';
import { keyHolds, type ServiceKey } from '@dvk/sdk/accounts';
import { dateInVietnam, formatDate, formatMoment } from '@dvk/sdk/text';
import { recordPartStyles, stepButtons } from '../../desk/step-buttons.ts';
import { closedIcon } from '../../icons/closed.ts';
import { secretIcon } from '../../icons/secret.ts';
import { serviceAccountIcon } from '../../icons/service-account.ts';
import type { WidgetHost } from '../../internal/widget-host.ts';
import { personRecord } from '../../locale/person-record/vi.ts';
import { sheetFacts } from '../../paper/official-sheet.ts';
import { chip } from '../../parts/chip.ts';
import { scopesOf } from '../list.ts';
import type { OpenAccount } from '../open-record.ts';
import { placeOf } from '../role-words.ts';
import { people } from '../vi.ts';
import { peopleRecordStyles } from './styles.ts';

/** What can be done with a program. */
export type AccountStep = 'add-key' | 'end-account';

/** An open service account: what it may do, its keys. Comes with the first record. */
export class AccountView {
  readonly #host: WidgetHost;

  constructor(host: WidgetHost) {
    this.#host = host;
    for (const each of [recordPartStyles, peopleRecordStyles]) host.addStyles(each);
  }

  get #texts(): typeof personRecord {
    return this.#host.locale.texts(personRecord);
  }

  render(open: OpenAccount, { onEndKey, day }: { onEndKey: (key: ServiceKey) => void; day: string }): TemplateResult {
    const texts = this.#texts;
    const words = this.#host.locale.texts(people);
    const { lang } = this.#host.locale;
    const keys = [...open.keys].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
    return html`<div class="title">
        <h3 id="record-title" tabindex="-1">${open.name}</h3>
        <p class="states-line">${chip({ icon: serviceAccountIcon, tone: 'neutral' }, texts.account)}</p>
      </div>
      ${sheetFacts([
        [texts.role, words.roles[open.role]],
        [texts.place, placeOf(open, words)],
        [texts.scopes, scopesOf(open.scopes, words, lang)],
        [texts.made, formatDate(dateInVietnam(open.createdAt))],
      ])}
      <section aria-labelledby="keys-title">
        <h4 id="keys-title">${texts.keys}</h4>
        <ul class="grants">
          ${keys.map((key) => this.#renderKey(key, open, day, onEndKey))}
        </ul>
        ${open.endedAt === null ? html`<p class="small">${texts.rotate}</p>` : nothing}
      </section>`;
  }

  #renderKey(
    key: ServiceKey,
    { endedAt }: OpenAccount,
    day: string,
    onEndKey: (key: ServiceKey) => void,
  ): TemplateResult {
    const texts = this.#texts;
    const { lang } = this.#host.locale;
    const name = texts.key(key.id.slice(-4));
    const holds = endedAt === null && keyHolds(key, day);
    const term =
      key.endedAt !== null
        ? texts.keyEnded(formatDate(dateInVietnam(key.endedAt)))
        : (key.expiresOn < day ? texts.keyExpired : texts.expires)(formatDate(key.expiresOn));
    const used = key.lastUsedAt === null ? texts.unused : texts.used(formatMoment(key.lastUsedAt, lang));
    return html`<li>
      <div>
        <p><b translate="no">${name}</b></p>
        <p class="small">${term} · ${used}</p>
      </div>
      ${
        holds
          ? html`<button
              class="button screen-only"
              type="button"
              aria-label=${texts.endKeyOf(name)}
              @click=${() => onEndKey(key)}
            >
              ${texts.endKey}
            </button>`
          : nothing
      }
    </li>`;
  }

  renderSteps(
    { endedAt }: OpenAccount,
    { busy, onStep }: { busy: boolean; onStep: (step: AccountStep) => void },
  ): TemplateResult {
    const texts = this.#texts;
    if (endedAt !== null) return html`<p class="small">${texts.accountEnded(formatDate(dateInVietnam(endedAt)))}</p>`;
    return stepButtons({
      shown: [
        { label: texts.steps['add-key'], icon: secretIcon, onTake: () => onStep('add-key') },
        { label: texts.steps['end-account'], icon: closedIcon, onTake: () => onStep('end-account') },
      ],
      further: texts.furtherSteps,
      busy,
    });
  }
}
