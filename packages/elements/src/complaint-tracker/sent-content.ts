import { html, nothing, type TemplateResult } from 'lit';
import { placeIcon } from '../icons/place.ts';
import { privateIcon } from '../icons/private.ts';
import { disclosure } from '../parts/disclosure.ts';
import { isAnswered, isPhoto, isReopened, type CaseView } from './view.ts';

/** What the sender wrote: folded away once there is something newer to read. @param place - commune and province in words */
export function sentTemplate(view: CaseView, place: string): TemplateResult | typeof nothing {
  const { found, texts, names, files, partTexts } = view;
  const { content, attachments } = found;
  if (!content && attachments.length === 0) return nothing;
  const where = [found.place.address, place].filter(Boolean).join(', ');
  const sent = html`<div class="sent">
    <p class="prewrap">${content}</p>
    <p class="small">${names.topics[found.topic]}</p>
    ${where ? html`<p class="icon-line">${placeIcon}<span>${where}</span></p>` : nothing}
    ${files.thumbnails(attachments, partTexts)}
    <p class="icon-line small icon-16 screen-only">
      ${privateIcon}<span>${found.linked ? texts.onlyYouSignedIn : texts.onlyYou}</span>
    </p>
  </div>`;
  const isFolded = isAnswered(found) || isReopened(found);
  return html`<section>
    <h3>${texts.sent}</h3>
    ${isFolded ? html`<div class="card fold">${disclosure(texts.showSent(whatIsSent(view, where)), sent)}</div>` : sent}
  </section>`;
}

/** “nội dung, địa điểm, 2 ảnh” */
function whatIsSent({ found: { content, attachments }, texts }: CaseView, where: string): string {
  const photos = attachments.filter(isPhoto).length;
  const others = attachments.length - photos;
  return [
    content && texts.content,
    where && texts.place,
    photos > 0 && texts.photos(photos),
    others > 0 && texts.files(others),
  ]
    .filter(Boolean)
    .join(', ');
}
