import type { MediaType } from '@dvk/sdk/attachments';
import { bacKan2017, illustrativeUnit, tayNinh2022, type Rubric } from '@dvk/sdk/rubrics';
import type { Unit } from '@dvk/sdk/units';
import { fold } from '@dvk/sdk/text';
import { problem, sampleRubrics, sampleUnits } from '@dvk/sdk/testing';
import type { Handlers, ProvinceRecords } from './records.ts';

const { unit } = sampleUnits;

/** The rubrics of the sample province. */
export const rubrics: readonly Rubric[] = [illustrativeUnit, bacKan2017, tayNinh2022];
export const units = [
  unit,
  {
    ...unit,
    id: '01890000-0000-7000-8000-000000000002',
    code: 'UBND',
    name: 'Ủy ban nhân dân phường Mẫu',
    kind: 'commune-committee',
  },
] satisfies Unit[];
export const unitsNamed = (q = '') => units.filter(({ name }) => fold(name).includes(fold(q)));

/** Handlers for units, rubrics and files. */
export function libraryHandlers(province: ProvinceRecords): Handlers {
  return {
    units: {
      get: ({ params }) => units.find(({ id }) => id === params.id) ?? problem('not-found'),
      list: ({ query }) => ({ items: unitsNamed(query.q), nextCursor: null }),
    },
    rubrics: {
      get: ({ params }) =>
        rubrics.find(({ id, version }) => id === params.id && version === params.version) ?? problem('not-found'),
      list: () => ({
        items: rubrics.map(sampleRubrics.summaryOf),
        nextCursor: null,
      }),
    },
    attachments: {
      download: ({ params }) => province.contents.get(params.id) ?? problem('not-found'),
      upload: ({ body, headers }) => {
        const [, name = ''] = /filename\*=UTF-8''([^;]+)/.exec(headers['content-disposition']) ?? [];
        const file = {
          id: crypto.randomUUID(),
          name: decodeURIComponent(name),
          mediaType: 'application/pdf' satisfies MediaType as MediaType,
          size: body.size,
          sha256: '0'.repeat(64),
          uploadedAt: province.now(),
        };
        province.files.set(file.id, file);
        province.contents.set(file.id, body);
        return file;
      },
    },
  };
}
