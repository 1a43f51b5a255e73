/** Official papers as data, and as `.docx`. */
export type { Align, Appendix, Block, Column, Inline, Paper, Row, Signature } from './paper.ts';
export { documentType, writePaper } from './write-paper.ts';
