import * as z from 'zod/mini';

/** How the office writes, on its forms and papers. */
export const HouseStyle = z.object({
  /** Where the tone stands in “oa”, “oe”, “uy”: `old` for “ủy, hòa”, as Hướng dẫn 05-HD/VPTW has it; `new` for “uỷ, hoà”. */
  tones: z.enum(['old', 'new']),
  /** Whose form papers have: of the Party (Quy định 399-QĐ/TW) or of the state (Nghị định 30/2020/NĐ-CP). */
  papers: z.enum(['party', 'state']),
  /** How people are addressed: “Quý vị” or “Ông/Bà”. */
  address: z.enum(['quy-vi', 'ong-ba']),
});
export type HouseStyle = z.infer<typeof HouseStyle>;
