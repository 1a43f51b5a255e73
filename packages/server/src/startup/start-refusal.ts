/** Why a server does not start; stable, for whoever explains it in other words. */
export type StartRefusalCode =
  | 'database-in-use'
  | 'database-damaged'
  | 'database-exposed'
  | 'directory-unusable'
  | 'database-version'
  | 'files-exposed'
  | 'storage-full'
  | 'secret-key-missing'
  | 'secret-key-wrong'
  | 'secret-key-exposed';

/** A start refused for a reason that somebody has to look after. The message says what is wrong and what to do. */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal';
  readonly code: StartRefusalCode;

  constructor(code: StartRefusalCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** A directory that the user of this process cannot work in; `reason` are the words of the system. */
export function unusableDirectory(directory: string, reason: string, cause?: unknown): StartRefusal {
  return new StartRefusal(
    'directory-unusable',
    `This server cannot work in ${directory}: ${reason}. It needs a directory that its own user may make, read and write; DVK_DATA names it`,
    cause,
  );
}
