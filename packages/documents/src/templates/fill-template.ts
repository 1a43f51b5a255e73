import { openArchive, readPart, xmlText } from '@dvk/sdk/office';
import { checkOffice } from '../check/check-office.ts';
import { UnfitOfficeFile } from '../check/unfit-office-file.ts';
import { documentType, writePaper } from '../papers/write-paper.ts';
import type { PaperProfile } from '../profiles/profile.ts';
import { spelledPaper } from './spelled-paper.ts';
import { syntaxFaults } from './syntax-faults.ts';
import { tagCheck } from './tag-check.ts';
import { faultOf, refusalOf, TemplateError, type TemplateFault } from './template-error.ts';
import { tagName, type PaperTemplate, type Value, type Values } from './template.ts';
import type { Tones } from '../spelling/spelling.ts';

/** Bytes of a template, packed and unpacked: with a coat of arms and a sample signature it has a tenth of that. */
const mostPacked = 4 * 1024 * 1024;
const mostUnpacked = 32 * 1024 * 1024;
const mostParts = 500;

export interface FillOptions {
  profile: PaperProfile;
  /** The office's own template; without it, the layout of the kind of paper. */
  file?: Uint8Array | undefined;
  /** How an office spells “ủy” or “uỷ”, in what is printed of itself. What people wrote stays as they wrote it. */
  tones?: Tones | undefined;
}

/** The template that an office changes in Word: the layout of a kind of paper with its tags. */
export function defaultTemplate<Data>(
  template: PaperTemplate<Data>,
  { profile, tones }: Omit<FillOptions, 'file'>,
): Promise<Uint8Array> {
  return writePaper(spelledPaper(template.layout(profile), tones));
}

/**
 * A paper of a kind with everything filled in, from the office's own template or from the default one. Templates hold tags with names and
 * nothing that is evaluated.
 *
 * @throws TemplateError for a template that is refused or has tags that this paper does not know
 */
export async function fillTemplate<Data>(
  template: PaperTemplate<Data>,
  data: Data,
  options: FillOptions,
): Promise<Uint8Array> {
  const file = options.file ?? (await defaultTemplate(template, options));
  const values = template.values(data, options.profile);
  return (await openTemplate(file, template.values(template.sample(), options.profile)))(values);
}

/**
 * What is wrong with a template for a kind of paper; empty when it can be filled in.
 */
export async function checkTemplate<Data>(
  template: PaperTemplate<Data>,
  file: Uint8Array,
  profile: PaperProfile,
): Promise<readonly TemplateFault[]> {
  try {
    await openTemplate(file, template.values(template.sample(), profile));
    return [];
  } catch (error) {
    if (error instanceof TemplateError) return error.faults;
    throw error;
  }
}

/** The names of all tags of a kind of paper, lists with those of their lines: what a clerk may write. */
export function tagsOf<Data>(template: PaperTemplate<Data>, profile: PaperProfile): string[] {
  const listed = (values: Values): string[] =>
    Object.entries(values).flatMap(([name, value]) => {
      if (typeof value === 'string') return [`{${name}}`];
      if (typeof value === 'boolean') return [`{#${name}} … {/${name}}`];
      return [`{#${name}}`, ...listed(value[0] ?? {}).map((each) => `  ${each}`), `{/${name}}`];
    });
  return listed(template.values(template.sample(), profile));
}

/** The parts of the file as Word finds them, after the check that every file from outside goes through. */
async function partsOf(file: Uint8Array): Promise<[name: string, bytes: Uint8Array][]> {
  if (file.length > mostPacked) throw new TemplateError([faultOf('too-large')]);
  const mediaType = await checkOffice(file).catch((error: unknown) => {
    if (error instanceof UnfitOfficeFile) throw new TemplateError([refusalOf(error.reason)]);
    throw error;
  });
  if (mediaType !== documentType) throw new TemplateError([refusalOf('kind')]);
  const archive = openArchive(file, mostParts);
  const size = archive.parts.reduce((sum, part) => sum + part.size, 0);
  if (size > mostUnpacked) throw new TemplateError([faultOf('too-large')]);
  const parts: [string, Uint8Array][] = [];
  for (const part of archive.parts) parts.push([part.name, await readPart(archive, part, mostUnpacked)]);
  return parts;
}

async function openTemplate(file: Uint8Array, known: Values): Promise<(values: Values) => Uint8Array> {
  const parts = await partsOf(file);
  const [{ default: Docxtemplater }, { default: PizZip }] = await Promise.all([
    import('docxtemplater'),
    import('pizzip'),
  ]);
  const zip = new PizZip();
  for (const [name, bytes] of parts) zip.file(name, bytes);
  const faults: TemplateFault[] = [];
  let document: InstanceType<typeof Docxtemplater>;
  try {
    document = new Docxtemplater(zip, {
      modules: [tagCheck(known, faults)],
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      // What a template could otherwise say about its own tags.
      syntax: { changeDelimiterPrefix: null },
      parser: (tag) => ({ get: (scope: Values) => ownValue(scope, tagName(tag)) }),
      // Asked for what has no value in one line of a list, though it has in another.
      nullGetter: () => '',
    });
  } catch (error) {
    throw new TemplateError(syntaxFaults(error));
  }
  if (faults.length > 0) throw new TemplateError(faults);
  return (values) => {
    try {
      document.render(cleaned(values));
    } catch (error) {
      throw new TemplateError(syntaxFaults(error));
    }
    return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
  };
}

const ownValue = (scope: Values, name: string): Value | undefined =>
  typeof scope === 'object' && Object.hasOwn(scope, name) ? scope[name] : undefined;

/** The same without what XML cannot hold. */
function cleaned(values: Values): Values {
  const clean = (value: Value): Value => {
    if (typeof value === 'string') return xmlText(value).replaceAll(/\r\n?/g, '\n');
    return typeof value === 'boolean' ? value : value.map(cleaned);
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [tagName(name), clean(value)]));
}
