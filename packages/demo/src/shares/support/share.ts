import type { ImportedData } from '@dvk/server';
import type { GeneratedModel } from '../../models/make-models.ts';
import type { DemoProvince } from '../../units/province.ts';
import type { DemoContext } from '../../support/context.ts';

/** What the shares of all areas are made from. */
export interface ShareContext extends DemoContext {
  province: DemoProvince;
  /** Share of the published sizes. */
  scale: number;
  /** The models, on which other records rest. */
  models: readonly GeneratedModel[];
  /** The secret of a sample case, by its code. */
  secretOf: (code: string) => string;
}

/** What an area gives to the sample province. `shares/<area>.ts` exports one by the name `share`. */
export type Share<Area extends keyof ImportedData> = (context: ShareContext) => Required<ImportedData>[Area];
