/** A rubric with more groups and criteria than this is refused: no issued table comes near it. */
export const MAX_NODES = 1000;
/** A criteria tree deeper than this is refused. */
export const MAX_DEPTH = 20;
/** A formula longer than this is refused. */
export const MAX_EXPRESSION = 500;
