import type { TagHandlers } from '@dvk/sdk/office';
import { UnfitOfficeFile } from './unfit-office-file.ts';
import { isLocal } from './judge-relation.ts';

/** Fields that get their content from another program or a database, some of them when the document is opened. */
const commands = /^\s*(?:DDE|DDEAUTO|LINK|DATABASE)(?:\s|"|$)/i;
/** Fields that read another file, with its address. Pictures are stored in the document, except with the switch `\d`. */
const inserted = /^\s*(?:INCLUDETEXT|INCLUDE|RD|IMPORT|INCLUDEPICTURE(?=.*\\d(?:\s|$)))\s+(?:"([^"]*)"|(\S+))/is;

/** Real instructions have some hundred characters. */
const longest = 100_000;
/** Names of fields are shorter than this. */
const longestName = 30;

function judge(instruction: string): void {
  if (instruction.length > longest) throw new UnfitOfficeFile('commands');
  if (commands.test(instruction)) throw new UnfitOfficeFile('commands');
  const [, quoted, bare] = inserted.exec(instruction) ?? [];
  const address = quoted ?? bare;
  // Backslashes are doubled in instructions.
  if (address !== undefined && !isLocal(address.replaceAll('\\\\', '\\'))) throw new UnfitOfficeFile('remote');
}

/**
 * Checks the fields of a part of a Word document. An instruction may be split into many runs, and another field inside it
 * may supply a part of its text.
 */
export function fieldCheck(): TagHandlers {
  /** Instructions of the open fields, without leading space, the innermost last; `undefined` for one whose result follows. */
  const open: (string | undefined)[] = [];
  let inInstruction = false;
  let inText = false;
  let depth = 0;
  return {
    open(tag, attributes) {
      depth += 1;
      if (tag === 'instrText' || tag === 'delInstrText') inInstruction = true;
      else if (tag === 't') inText = true;
      else if (tag === 'fldSimple') judge(attributes['instr'] ?? '');
      else if (tag === 'fldChar') {
        const type = attributes['fldCharType'];
        const outer = open.at(-1);
        if (type === 'begin') {
          // A field that supplies part of the outer field’s name: only used to hide that name.
          if (outer !== undefined && outer.length <= longestName && /^\w*$/.test(outer))
            throw new UnfitOfficeFile('commands');
          open.push('');
        } else if (type === 'separate') {
          judge(outer ?? '');
          if (open.length > 0) open[open.length - 1] = undefined;
        } else if (type === 'end') judge(open.pop() ?? '');
      }
    },
    close(tag) {
      if (tag === 'instrText' || tag === 'delInstrText') inInstruction = false;
      else if (tag === 't') inText = false;
      depth -= 1;
      // Fields without an end.
      if (depth === 0) for (const instruction of open) judge(instruction ?? '');
    },
    text(text) {
      const instruction = open.at(-1);
      if (instruction === undefined || !(inInstruction || inText)) return;
      if (instruction.length + text.length > longest) throw new UnfitOfficeFile('commands');
      open[open.length - 1] = instruction === '' ? text.trimStart() : instruction + text;
    },
  };
}
