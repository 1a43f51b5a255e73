import { fillTemplate, TemplateError, type PaperData, type PaperTemplate } from '@dvk/documents/templates';
import { documentType } from '@dvk/documents/papers';
import { formatAddress, loadPlaces, placeOn } from '@dvk/sdk/places';
import { dateInVietnam } from '@dvk/sdk/text';
import type { Context } from '../http/route.ts';
import { HttpProblem } from '../problems/problem.ts';
import { settingsOf } from '../settings/in-force.ts';
import { houseOf, type PaperHouse } from './office.ts';
import { ownTemplate } from './template-file.ts';

/** What a paper is made from: its own data, the office and the day are added. */
type OwnData<Data extends PaperData> = Omit<Data, 'office' | 'date'> & Partial<Pick<Data, 'office'>>;

/**
 * A paper of a kind as a file, by the office's own template or by ours. It is made in the turns of the caller, as files that come in are looked at.
 *
 * @param name - of the file, without its ending
 */
export async function paperFile<Data extends PaperData>(
  template: PaperTemplate<Data>,
  dataOf: (house: PaperHouse) => OwnData<Data>,
  name: string,
  context: Context,
): Promise<File> {
  const { services, session, caller, now } = context;
  const day = dateInVietnam(now);
  const house = houseOf((await settingsOf(context)).values, day);
  const { profile, tones, office } = house;
  const data = { office, date: day, ...dataOf(house) } as unknown as Data;
  const bytes = await services.fileQueues.inspection
    .run(caller, 1, async () => {
      const file = await ownTemplate(services.templateDirectory, session.tenant, template.id);
      return fillTemplate(template, data, { profile, tones, file });
    })
    .catch((error: unknown) => {
      if (!(error instanceof TemplateError)) throw error;
      // The office has to mend its template: whoever asks is told what is wrong, so that they can pass it on.
      throw new HttpProblem('unavailable', { detail: error.text, cause: error });
    });
  return new File([bytes as Uint8Array<ArrayBuffer>], `${name}.docx`, { type: documentType });
}

/** Where something is, in words: what was typed, then the names of the places on a day. */
export async function placeText(
  { address, provinceCode, communeCode }: { address: string | null; provinceCode: string; communeCode: string },
  day: string,
): Promise<string> {
  const places = await loadPlaces({ former: false });
  const place = placeOn(places, communeCode, day) ?? placeOn(places, provinceCode, day);
  return [address, place && formatAddress(places, place, day)].filter(Boolean).join(', ');
}
