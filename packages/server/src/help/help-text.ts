/** The names of the commands. */
export type CommandName =
  | 'init'
  | 'serve'
  | 'work'
  | 'migrate'
  | 'audit verify'
  | 'audit anchor'
  | 'audit seal'
  | 'backup'
  | 'restore'
  | 'doctor'
  | 'auth explain'
  | 'openapi';

/** A setting, or another name, and what it is for. */
export type Described = Readonly<Record<string, string>>;

/** The text of `--help` in one language. */
export interface HelpText {
  /** What the program is. */
  about: string;
  usage: string;
  /** How settings are given. */
  howToSet: string;
  headings: Readonly<Record<'usage' | 'commands' | 'options' | 'settings' | 'examples', string>>;
  commands: Readonly<Record<CommandName, string>>;
  options: Described;
  /** The environment variables, in groups. */
  settings: readonly { title: string; variables: Described }[];
  examples: readonly { title: string; lines: readonly string[] }[];
  /** What stands at the end. */
  more: string;
}
