import { partName } from './part-name.ts';
import { readTags, type Pieces } from './tags.ts';

/** The list of what the parts of an Office file are. */
export interface ContentTypes {
  /** Types given to one part each, by its name in small letters; the part need not be there. */
  own: ReadonlyMap<string, string>;
  /** The type of a part in small letters, by its own entry or its ending; `''` when the list has none. */
  of(part: string): string;
}

/** Name of the part with that list. */
export const CONTENT_TYPES = '[Content_Types].xml';

/** @throws OfficeError `damaged` */
export async function readContentTypes(pieces: Pieces): Promise<ContentTypes> {
  const endings = new Map<string, string>();
  const own = new Map<string, string>();
  await readTags(pieces, {
    open(tag, { ContentType = '', Extension = '', PartName = '' }) {
      const type = ContentType.trim().toLowerCase();
      if (tag === 'Default') endings.set(Extension.trim().toLowerCase(), type);
      if (tag === 'Override') own.set(partName(PartName.trim()).toLowerCase(), type);
    },
  });
  return {
    own,
    of(part) {
      const name = part.toLowerCase();
      return own.get(name) ?? endings.get(name.slice(name.lastIndexOf('.') + 1)) ?? '';
    },
  };
}
