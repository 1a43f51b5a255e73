/** Why a Word or Excel file is not taken. */
export type OfficeRefusal =
  | 'kind'
  | 'damaged'
  | 'macros'
  | 'remote'
  | 'embedded'
  | 'commands'
  | 'locked'
  | 'too-big-inside';

/** Thrown by `checkOffice`. Whoever catches it has the sentence for the person. */
export class UnfitOfficeFile extends Error {
  override readonly name = 'UnfitOfficeFile';
  readonly reason: OfficeRefusal;

  constructor(reason: OfficeRefusal) {
    super(`The Office file is refused: ${reason}`);
    this.reason = reason;
  }
}
