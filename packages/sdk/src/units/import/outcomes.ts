/** What becomes of a row. */
export const rowOutcomes = ['added', 'changed', 'unchanged', 'refused'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** Why something that an import wrote stays when it is taken back. */
export const keptReasons = ['changed-since', 'has-records', 'has-units', 'gone', 'breaks-rule'] as const;
export type KeptReason = (typeof keptReasons)[number];

/** The formats of the table. */
export const unitFormats = ['xlsx', 'csv'] as const;
export type UnitFormat = (typeof unitFormats)[number];
