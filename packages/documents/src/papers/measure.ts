/** Lengths as DOCX files count them. */

/** Points in the unit of spacing and indents, a twentieth of a point. */
export const twips = (points: number): number => Math.round(points * 20);

/** Millimetres in twentieths of a point. */
export const millimetres = (length: number): number => Math.round((length * 1440) / 25.4);

/** Points in the unit of font sizes. */
export const halfPoints = (points: number): number => Math.round(points * 2);

/** A4 in twentieths of a point. */
export const a4 = { width: 11_906, height: 16_838 };
