import type { LegalBasis } from '../law/index.ts';

/** The law on personal data, in force since 1 January 2026. */
export const personalDataLaw: LegalBasis = {
  number: '91/2025/QH15',
  title: 'Luật Bảo vệ dữ liệu cá nhân',
  issuer: 'Quốc hội',
  from: '2026-01-01',
  confidence: 'published',
};

/** The decree under it, as reports of it give its terms; the articles are to be added by whoever has the text. */
export const personalDataDecree: LegalBasis = {
  number: '356/2025/NĐ-CP',
  title: 'Nghị định quy định chi tiết một số điều của Luật Bảo vệ dữ liệu cá nhân',
  issuer: 'Chính phủ',
  from: '2026-01-01',
  confidence: 'secondary',
};

/** What holds as long as no text says otherwise: ours, to be replaced by the decision of the province. */
export const illustrativeBasis = (title: string): LegalBasis => ({ title, confidence: 'illustrative' });
