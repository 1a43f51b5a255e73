import { mediaTypeNames, type MediaType } from '@dvk/sdk/attachments';

/** One kind of file under all its names. Systems disagree on them, and some give a picture no name or no type at all. */
interface Kind {
  /** As people call it. */
  name: string;
  endings: readonly string[];
  types: readonly string[];
}

/** The default format of newer phones, which few programs read. */
const phonePhotos: Kind = {
  name: 'HEIC',
  endings: ['.heic', '.heif', '.hif', '.avif'],
  types: ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence', 'image/avif'],
};
const kinds: readonly Kind[] = [
  kindOfType(
    'image/jpeg',
    ['.jpg', '.jpeg', '.jfif', '.jpe', '.jif', '.pjpeg', '.pjp'],
    ['image/jpg', 'image/pjpeg', 'image/jfif'],
  ),
  kindOfType('image/png', ['.png', '.apng'], ['image/x-png', 'image/apng']),
  kindOfType('image/webp', ['.webp']),
  kindOfType('application/pdf', ['.pdf'], ['application/x-pdf']),
  kindOfType('application/vnd.openxmlformats-officedocument.wordprocessingml.document', ['.docx']),
  kindOfType('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ['.xlsx']),
  phonePhotos,
];

/** A kind that the system takes, under its own type and those that some systems give it. */
function kindOfType(type: MediaType, endings: readonly string[], otherTypes: readonly string[] = []): Kind {
  return { name: mediaTypeNames[type], endings, types: [type, ...otherTypes] };
}

/** Types of systems that do not know the type. */
const typeless = ['', 'application/octet-stream', 'binary/octet-stream', 'application/unknown'];

/** The entries of an `accept` attribute. */
function toList(accept: string): string[] {
  return accept
    .toLowerCase()
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
}

function namesOf({ endings, types }: Kind): readonly string[] {
  return [...types, ...endings];
}

function kindOf(entry: string): Kind | undefined {
  return kinds.find((kind) => namesOf(kind).includes(entry));
}

/**
 * An `accept` attribute as a file chooser needs it: it hides what is not named, and what some systems call `.jfif` is a JPEG
 * all the same.
 */
export function forChooser(accept: string): string {
  const entries = toList(accept).flatMap((entry) => {
    const kind = kindOf(entry);
    return kind ? [entry, ...namesOf(kind)] : entry;
  });
  return [...new Set(entries)].join(',');
}

/** What an `accept` attribute takes, in words: `ảnh JPG, PNG và PDF`. */
export function kindNames(accept: string, words: { pictures: string; and: string }): string {
  const entries = toList(accept);
  const isPicture = (entry: string) => kindOf(entry)?.types[0]?.startsWith('image/') ?? entry === 'image/*';
  const names = (some: string[]) => [...new Set(some.map((entry) => kindOf(entry)?.name ?? entry))].join(', ');
  const pictures = entries.filter(isPicture);
  const named = entries.includes('image/*') ? '' : ` ${names(pictures)}`;
  return [pictures.length > 0 && words.pictures + named, names(entries.filter((entry) => !isPicture(entry)))]
    .filter(Boolean)
    .join(words.and);
}

/** The kinds that a file's name and type stand for. */
function describe({ name, type }: Pick<File, 'name' | 'type'>): {
  ending?: string | undefined;
  said: string;
  known: Kind[];
} {
  const ending = /\.[a-z]\w{1,4}$/.exec(trimName(name))?.[0];
  const said = type.toLowerCase().split(';', 1)[0]!.trim();
  return { ending, said, known: [ending ?? '', said].flatMap((entry) => kindOf(entry) ?? []) };
}

/**
 * Whether a file fits an `accept` attribute, under any name of its kind. A file whose name and type say nothing is accepted: the
 * server checks the content.
 */
export function isAccepted(file: Pick<File, 'name' | 'type'>, accept: string): boolean {
  const entries = toList(accept);
  if (entries.length === 0) return true;
  const { ending, said, known } = describe(file);
  const names = [said, ...known.flatMap(namesOf)];
  const isUnknown = known.length === 0 && typeless.includes(said);
  return entries.some((entry) => {
    if (names.includes(entry)) return true;
    if (entry.startsWith('.')) return trimName(file.name).endsWith(entry) || (isUnknown && !ending);
    if (entry.endsWith('/*') && names.some((each) => each.startsWith(entry.slice(0, -1)))) return true;
    return isUnknown && !(ending && kindOf(entry));
  });
}

/** Whether a file is a picture, by its name or type. */
export function isPicture(file: Pick<File, 'name' | 'type'>): boolean {
  const { said, known } = describe(file);
  return [said, ...known.flatMap(({ types }) => types)].some((type) => type.startsWith('image/'));
}

/** The entries of an `accept` attribute that are pictures, and the others. */
export function splitAccept(accept: string): { pictures: string; others: string } {
  const entries = toList(accept);
  const isOfPictures = (entry: string) =>
    [entry, ...(kindOf(entry)?.types ?? [])].some((type) => type.startsWith('image/'));
  return {
    pictures: entries.filter(isOfPictures).join(','),
    others: entries.filter((entry) => !isOfPictures(entry)).join(','),
  };
}

export function isPhonePhoto(file: Pick<File, 'name' | 'type'>): boolean {
  return describe(file).known.includes(phonePhotos);
}

function trimName(name: string): string {
  let end = name.length;
  while ('. '.includes(name.charAt(end - 1)) && end > 0) end--;
  return name.slice(0, end).toLowerCase();
}
