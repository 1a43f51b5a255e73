import { UnfitFile } from '../unfit-file.ts';
import { encodingOf, readTags } from './tags.ts';

/** Fields that ask another program or a database for their content, at once or when the document is opened. */
const commands = /^\s*(?:DDE|DDEAUTO|LINK|DATABASE)(?:\s|"|$)/i;

/** Whether a part may hold fields of Word; their tags cannot be written in another way. */
export function hasFields(bytes: Uint8Array): boolean {
  if (encodingOf(bytes) !== 'utf-8') return true;
  const { buffer, byteOffset, byteLength } = bytes;
  const search = Buffer.from(buffer, byteOffset, byteLength);
  return search.includes('instrText') || search.includes('fldSimple');
}

/**
 * Checks the fields of a part of a Word document. An instruction may be spread over many runs, and another field may
 * stand inside it and give a part of its text.
 *
 * @throws UnfitFile `commands`
 */
export function checkFields(bytes: Uint8Array): void {
  /** Instructions of the open fields, the innermost last; `undefined` once its result has begun. */
  const open: (string | undefined)[] = [];
  let inInstruction = false;
  let inText = false;

  const add = (text: string) => {
    const instruction = open.at(-1);
    if (instruction !== undefined) open[open.length - 1] = instruction + text;
    // Instructions are some hundred characters long.
    if ((open.at(-1)?.length ?? 0) > 100_000) throw new UnfitFile('commands');
  };
  const judge = (instruction: string | undefined) => {
    if (instruction !== undefined && commands.test(instruction)) throw new UnfitFile('commands');
  };

  readTags(bytes, {
    open(tag, attributes) {
      if (tag === 'instrText' || tag === 'delInstrText') inInstruction = true;
      else if (tag === 't') inText = true;
      else if (tag === 'fldSimple') judge(attributes['instr']);
      else if (tag === 'fldChar') {
        const type = attributes['fldCharType'];
        if (type === 'begin') {
          // A field where the outer one names its command: nobody but who hides it writes so.
          if (open.at(-1)?.trim() === '') throw new UnfitFile('commands');
          open.push('');
        } else if (type === 'separate') {
          judge(open.at(-1));
          if (open.length > 0) open[open.length - 1] = undefined;
        } else if (type === 'end') judge(open.pop());
      }
    },
    close(tag) {
      if (tag === 'instrText' || tag === 'delInstrText') inInstruction = false;
      else if (tag === 't') inText = false;
    },
    text(text) {
      if (inInstruction || (inText && open.at(-1) !== undefined)) add(text);
    },
  });
  for (const instruction of open) judge(instruction);
}
