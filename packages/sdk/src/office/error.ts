/**
 * Why an Office file cannot be read: it is none or is broken, its parts are locked with a password, two parts have one
 * name (programs differ in which they take), or it holds more than is taken.
 */
export type OfficeFault = 'damaged' | 'locked' | 'twice' | 'too-large';

/** Thrown while an Office file is opened or read. Whoever catches it has the sentence for the person. */
export class OfficeError extends Error {
  override readonly name = 'OfficeError';
  readonly fault: OfficeFault;

  constructor(fault: OfficeFault) {
    super(`The Office file is ${fault}`);
    this.fault = fault;
  }
}

/** What is broken or was written to be read in two ways. */
export function damaged(): never {
  throw new OfficeError('damaged');
}
