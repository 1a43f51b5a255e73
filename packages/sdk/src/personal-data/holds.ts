import { openCaseStatuses } from '../cases/lifecycle.ts';
import type { Case } from '../cases/schema.ts';
import type { Bilingual } from '../errors/input-error.ts';
import type { LegalBasis } from '../law/index.ts';
import type { DataRequestKind } from './lifecycle.ts';

/** Why what stands in a case has to be kept for now. */
export interface LegalHold {
  reason: Bilingual;
  basis: LegalBasis;
}

const toCheck = { confidence: 'from-memory', note: 'Cần đối chiếu điều khoản trước khi viện dẫn.' } as const;

const underWay: LegalHold = {
  reason: {
    vi: 'hồ sơ còn đang được giải quyết, phải giữ đủ nội dung đến khi trả lời xong',
    en: 'the case is still being handled, and its text is kept until it has been answered',
  },
  basis: { number: '91/2025/QH15', title: 'Luật Bảo vệ dữ liệu cá nhân', ...toCheck },
};

const denunciation: LegalHold = {
  reason: {
    vi: 'hồ sơ tố cáo phải được lưu giữ và giữ bí mật người tố cáo theo luật riêng',
    en: 'the file of a denunciation is kept, and its sender kept secret, under a law of its own',
  },
  basis: { number: '25/2018/QH14', title: 'Luật Tố cáo', ...toCheck },
};

const complaint: LegalHold = {
  reason: {
    vi: 'hồ sơ khiếu nại phải được lưu giữ theo luật riêng',
    en: 'the file of a complaint is kept under a law of its own',
  },
  basis: { number: '02/2011/QH13', title: 'Luật Khiếu nại', ...toCheck },
};

/**
 * Why a request may not take something out of a case now; `null` where nothing stands in the way. Erasure waits for the end
 * of the case; a consent may be taken back at any time, but not out of complaints and denunciations, which rest on none.
 */
export function holdOf(
  kind: DataRequestKind,
  { kind: matter, status }: Pick<Case, 'kind' | 'status'>,
): LegalHold | null {
  if (kind !== 'erasure' && kind !== 'withdrawal') return null;
  if (matter === 'denunciation') return denunciation;
  if (matter === 'complaint') return complaint;
  return kind === 'erasure' && openCaseStatuses.includes(status) ? underWay : null;
}
