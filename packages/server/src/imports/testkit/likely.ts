import type { UnitImportRecord } from '@dvk/sdk/imports';
import { unitTable } from '../../testkit/files.ts';
import type { LikelyRequests } from '../../testkit/fuzz/known.ts';

export const likely: LikelyRequests = {
  async history(ask, _unitId, round) {
    for (let at = round * 12; at < round * 12 + 12; at += 1) {
      const table = new Uint8Array(unitTable(`NHAP${at}`, `Khu dân cư nhập ${at}`));
      const { id, etag } = await ask<UnitImportRecord>('administrator', 'imports.check', '/v1/unit-imports', table);
      if (at % 2 === 0) continue;
      const path = `/v1/unit-imports/${id}/carry-out`;
      await ask<UnitImportRecord>('administrator', 'imports.carryOut', path, { mode: 'good-rows' }, etag);
    }
  },
};
