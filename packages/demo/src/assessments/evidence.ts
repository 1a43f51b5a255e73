import { createHash } from 'node:crypto';
import pLimit from 'p-limit';
import { contentName, subjectOf } from '../attachments/contents.ts';
import type { AttachmentRow } from '../attachments/table.ts';
import type { PastEvent } from '../events/index.ts';
import type { FileStorage } from '../storage/index.ts';
import { stableId } from './dice.ts';
import type { Setting } from './history.ts';

/** A page that says it is a sample, in the letters every reader has. */
function samplePdf(title: string): Buffer {
  const text = `BT /F1 20 Tf 60 760 Td (MAU / SAMPLE) Tj 0 -32 Td /F1 12 Tf (${title.replace(/[^ -~]|[()\\]/g, '')}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = pdf.length;
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  pdf += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(pdf, 'latin1');
}

/** The papers that the demonstration's records carry: one sample page each. */
export class EvidenceFiles {
  readonly rows: AttachmentRow[] = [];
  readonly #setting: Setting;
  readonly #pages = new Map<AttachmentRow, Buffer>();

  constructor(setting: Setting) {
    this.#setting = setting;
  }

  /** Adds a page to a record, and gives its id. */
  add(subject: string, uploader: string | null, uploadedAt: string): string {
    const page = samplePdf(`Minh chung mau - ${subject}`);
    const row: AttachmentRow = {
      tenant: this.#setting.tenant,
      id: stableId(this.#setting.seed, 'evidence', subject),
      name: 'Minh chứng mẫu.pdf',
      mediaType: 'application/pdf',
      size: page.length,
      sha256: createHash('sha256').update(page).digest('hex'),
      uploadedAt,
      uploader,
      subject,
      place: 0,
      looseSince: null,
    };
    this.rows.push(row);
    this.#pages.set(row, page);
    return row.id;
  }

  /** That the pages were uploaded. */
  events(): PastEvent[] {
    return this.rows.map(({ id, uploadedAt, uploader, mediaType, size, sha256 }) => ({
      subject: subjectOf(id),
      kind: 'attachment.uploaded',
      at: uploadedAt,
      actor: { subject: uploader, roles: [uploader === null ? 'anonymous' : 'unit-officer'], unitId: null },
      data: { mediaType, size, sha256 },
    }));
  }

  /** Stores the pages. */
  async store(storage: FileStorage): Promise<void> {
    const turns = pLimit(8);
    await Promise.all(this.rows.map((row) => turns(() => storage.write(contentName(row), this.#pages.get(row)!))));
  }
}
