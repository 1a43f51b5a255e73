import { html, type TemplateResult } from 'lit';
import { deleteIcon } from '../icons/delete.ts';
import type { KnownCase } from '../internal/known-cases.ts';
import { cases } from '../locale/cases/vi.ts';
import type { LocaleController } from '../locale/controller.ts';
import { caseList } from './case-list.ts';
import { complaintTracker } from './vi.ts';

export { caseListStyles } from './case-list.ts';

export interface RememberedListView {
  remembered: readonly KnownCase[];
  locale: LocaleController;
  onOpen: (chosen: KnownCase) => void;
  onForgetAll: () => void;
}

/** The cases that this machine remembers, each as it was last seen. */
export function rememberedList({ remembered, locale, onOpen, onForgetAll }: RememberedListView): TemplateResult {
  const texts = locale.texts(complaintTracker);
  return html`<section class="remembered">
    <h3>${texts.remembered}</h3>
    ${caseList(remembered, locale.texts(cases), onOpen)}
    <button class="button plain" type="button" @click=${onForgetAll}>${deleteIcon}${texts.forgetAll}</button>
  </section>`;
}
