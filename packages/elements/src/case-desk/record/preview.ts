import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { Case, PublicFile, Solution } from '@dvk/sdk/cases';
import { answerCard } from '../../complaint-tracker/answer-card.ts';
import { answerStyles } from '../../complaint-tracker/answer-styles.ts';
import { CaseFiles } from '../../complaint-tracker/case-files.ts';
import type { StoredFile } from '../../file-field/upload.ts';
import type { WidgetHost } from '../../internal/widget-host.ts';
import { caseRecord } from '../../locale/case-record/vi.ts';
import { cases } from '../../locale/cases/vi.ts';
import { foundCase } from '../../locale/found-case/vi.ts';
import { parts } from '../../locale/parts/vi.ts';
import { viewer } from '../../locale/viewer/vi.ts';
import { Dialog, dialogStyles } from '../../parts/dialog.ts';

/** An answer that is being written. */
export interface AnswerDraft {
  text: string;
  solution: Solution | null;
  files: readonly StoredFile[];
}

const mediaTypes: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  pdf: 'application/pdf',
};

/** A file of the answer as the sender will have it. */
function publicFile({ id, name, size }: StoredFile): PublicFile {
  const ending = name.split('.').at(-1)!.toLowerCase();
  const mediaType = mediaTypes[ending] ?? 'application/octet-stream';
  return { id, name, size, mediaType: mediaType as PublicFile['mediaType'], uploadedAt: new Date().toISOString() };
}

/** The answer as the sender of the case will see it, before it is sent. */
export class AnswerPreview {
  readonly #host: WidgetHost;
  readonly #dialog: Dialog;
  readonly #files: CaseFiles;
  #shown: { open: Case; draft: AnswerDraft } | undefined;

  constructor(host: WidgetHost) {
    const { element, locale, requests } = host;
    this.#host = host;
    this.#dialog = new Dialog(element);
    const { attachments } = host.connection()!.client;
    this.#files = new CaseFiles(element, {
      load: ({ id }) => attachments.download({ params: { id } }),
      loadSmall: ({ id }) => attachments.thumbnail({ params: { id } }),
      viewerTexts: () => locale.texts(viewer),
      onFailed: (error, retry) => requests.fail(error, retry),
    });
    for (const styles of [...dialogStyles, ...answerStyles].flat() as CSSResult[]) host.addStyles(styles);
  }

  open(open: Case, draft: AnswerDraft): void {
    this.#shown = { open, draft };
    this.#dialog.open();
  }

  close(): void {
    this.#dialog.close();
  }

  render(): TemplateResult | typeof nothing {
    const { locale } = this.#host;
    const texts = locale.texts(caseRecord);
    const partTexts = locale.texts(parts);
    return this.#dialog.render(() => {
      const { open, draft } = this.#shown!;
      const answer = {
        text: draft.text,
        solution: draft.solution,
        at: new Date().toISOString(),
        unitName: open.unitName ?? '',
        attachments: draft.files.map(publicFile),
      };
      return {
        title: texts.preview,
        content: html`<p class="small">${texts.previewHow}</p>
          ${answerCard(answer, {
            sent: open.attachments,
            texts: locale.texts(foundCase),
            names: locale.texts(cases),
            partTexts,
            lang: locale.lang,
            files: this.#files,
          })}`,
        foot: html`<button class="button" type="button" @click=${() => this.close()}>${partTexts.close}</button>`,
        texts: partTexts,
      };
    });
  }
}
