/** Largest file accepted, in bytes. */
export const MAX_FILE = 15 * 1024 * 1024;
/** Most that its parts may unfold to, bytes. */
export const MAX_UNFOLDED = 60 * 1024 * 1024;
/** Most XML elements read of one part. */
export const MAX_ELEMENTS = 3_000_000;
/** Most characters read of all tables and paragraphs together. */
export const MAX_CHARACTERS = 5_000_000;
/** Rows and columns read of a table or sheet: more than a rubric may have. The rest is reported as a doubt. */
export const MAX_ROWS = 5000;
export const MAX_COLUMNS = 60;
