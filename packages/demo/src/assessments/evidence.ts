import type { EventActor, ImportedFile } from '@dvk/server';
import { stableId } from '../support/random.ts';

/** A one-page PDF that says it is a sample, in letters that every reader has. */
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

/** The file that a record carries as evidence. */
export function sampleEvidence(recordId: string, uploadedAt: string, uploadedBy: EventActor): ImportedFile {
  return {
    id: stableId('evidence', recordId),
    name: 'Minh chứng mẫu.pdf',
    mediaType: 'application/pdf',
    content: samplePdf(`Minh chung mau - ${recordId}`),
    uploadedAt,
    uploadedBy,
  };
}
