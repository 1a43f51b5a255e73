import type { LegalBasis } from './legal-basis.ts';

/** How sure a legal basis is, in Vietnamese. */
export const confidenceNames: Readonly<Record<LegalBasis['confidence'], string>> = {
  published: 'Theo văn bản đã công bố',
  secondary: 'Theo nguồn thứ cấp',
  'from-memory': 'Cần đối chiếu văn bản trước khi dùng',
  illustrative: 'Mẫu minh họa – chưa phải văn bản ban hành',
};
