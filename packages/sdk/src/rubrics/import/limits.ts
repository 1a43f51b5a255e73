/** Largest file taken, bytes. */
export const MAX_FILE = 15 * 1024 * 1024;
/** Most that its parts may unfold to, bytes. */
export const MAX_UNFOLDED = 60 * 1024 * 1024;
