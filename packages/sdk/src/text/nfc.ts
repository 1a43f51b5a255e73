/** No writing puts more marks on one letter; Unicode's stream-safe text (UAX #15, section 13) stops there as well. */
const mostMarks = 30;

/**
 * Leaves the first thirty of a longer run of combining marks. To normalize, an engine sorts the marks of a run in a time
 * that grows with the square of their number: a megabyte of them would hold everything up for minutes.
 */
function withoutPiles(text: string): string {
  return text.replace(/\p{M}+/gu, (marks) =>
    marks.length <= mostMarks
      ? marks
      : Array.from(marks.slice(0, 2 * mostMarks))
          .slice(0, mostMarks)
          .join(''),
  );
}

/** Text with letters and their marks in one piece (NFC), in a time that grows no faster than the text: `normalize` alone does not promise that. */
export function toNfc(text: string): string {
  return withoutPiles(text).normalize('NFC');
}

/** Text with letters and their marks apart (NFD), in a time that grows no faster than the text. */
export function toNfd(text: string): string {
  return withoutPiles(text).normalize('NFD');
}
