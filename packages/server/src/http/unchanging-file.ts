/** A file of a response that never changes at its address, so that whoever was given it may keep it for a day. */
export class UnchangingFile extends File {
  /** A strong entity tag, quoted. */
  readonly etag: string;

  constructor(parts: BlobPart[], name: string, { etag, ...options }: FilePropertyBag & { etag: string }) {
    super(parts, name, options);
    this.etag = etag;
  }
}
