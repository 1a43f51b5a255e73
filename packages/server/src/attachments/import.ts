import { createHash } from 'node:crypto';
import pLimit from 'p-limit';
import type { PastEvent } from '../events/index.ts';
import { inUtc, type ImportedFile, type ImportedRecord } from '../records/imported.ts';
import { subjectOf as recordSubjectOf } from '../records/records.ts';
import type { FileStorage } from '../storage/index.ts';
import { contentName, subjectOf } from './contents.ts';
import type { AttachmentRow } from './table.ts';

/** A file of an imported record: its row, what it contains, and the event that tells of its upload. */
export interface FileToStore {
  row: AttachmentRow;
  content: Uint8Array;
  event: PastEvent;
}

function fileToStore(tenant: string, subject: string, file: ImportedFile, place: number): FileToStore {
  const { id, name, mediaType, content, uploadedAt, uploadedBy } = file;
  const size = content.length;
  const sha256 = createHash('sha256').update(content).digest('hex');
  const uploader = uploadedBy.subject;
  return {
    content,
    row: { tenant, id, name, mediaType, size, sha256, uploadedAt, uploader, subject, place, looseSince: null },
    event: {
      subject: subjectOf(id),
      kind: 'attachment.uploaded',
      at: inUtc(uploadedAt),
      actor: uploadedBy,
      data: { mediaType, size, sha256 },
    },
  };
}

/** The files of imported records of an area. */
export function filesToStore(
  tenant: string,
  records: { area: string },
  imported: readonly ImportedRecord[],
): FileToStore[] {
  return imported.flatMap(({ id, files = [] }) =>
    files.map((file, place) => fileToStore(tenant, recordSubjectOf(records, id), file, place)),
  );
}

/** Stores what the files contain. */
export async function storeFiles(storage: FileStorage, files: readonly FileToStore[]): Promise<void> {
  const limit = pLimit(8);
  await Promise.all(files.map(({ row, content }) => limit(() => storage.write(contentName(row), content))));
}
