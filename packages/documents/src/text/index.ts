/** The text of a `.docx`. */
export { plainText, readText, type TextPiece } from './read-text.ts';
