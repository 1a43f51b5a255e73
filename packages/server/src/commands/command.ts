import type { Environment } from '../config.ts';

export interface CommandOptions {
  /** The language that was asked for. */
  lang?: string | undefined;
  /** A file with an anchor. */
  anchor?: string | undefined;
  /** The file that a backup is written to. */
  to?: string | undefined;
  /** The file that a backup is read from. */
  from?: string | undefined;
  /** Whether to look only. */
  check?: boolean | undefined;
  /** The file of settings that was asked for. */
  config?: string | undefined;
  /** With `init`: what its options say, by setting. */
  answers?: Environment;
}

/** What a word of the command line does. An error that it throws is told in one sentence, and ends with code 1. */
export type Command = (environment: Environment, options: CommandOptions) => Promise<void>;
