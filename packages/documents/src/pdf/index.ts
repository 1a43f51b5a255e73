/** PDF of papers and sheets, made by LibreOffice where it is installed. */
export { findOfficeProgram } from './office-program.ts';
export { convertToPdf, PdfError, type PdfFault, type PdfOptions } from './to-pdf.ts';
