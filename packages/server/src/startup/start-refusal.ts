/** Why a server does not start; stable, for programs that show their own text. */
export type StartRefusalCode =
  | 'database-in-use'
  | 'database-damaged'
  | 'database-missing'
  | 'database-exposed'
  | 'directory-unusable'
  | 'database-version'
  | 'files-exposed'
  | 'storage-full'
  | 'secret-key-missing'
  | 'secret-key-wrong'
  | 'secret-key-exposed';

/** The server cannot start until somebody acts. The message says what is wrong and what to do. */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal';
  readonly code: StartRefusalCode;

  constructor(code: StartRefusalCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** A directory that this process cannot use; `reason` is the system's message. */
export function unusableDirectory(directory: string, reason: string, cause?: unknown): StartRefusal {
  return new StartRefusal(
    'directory-unusable',
    `This server cannot work in ${directory}: ${reason}. It needs a directory that its own user may make, read and write; DVK_DATA names it`,
    cause,
  );
}
