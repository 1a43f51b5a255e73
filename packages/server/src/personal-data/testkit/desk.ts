import type { DataRequest, NewDataRequest } from '@dvk/sdk/personal-data';
import type { Asker } from '../../testkit/server.ts';
import type { NoticeWorld } from '../../notices/testkit/world.ts';
import { asking, tick, type Ask } from './planted.ts';

/** What the secretariat does with requests, for tests. */
export interface DataDesk {
  ask: Ask;
  /** Writes a request down. */
  take(kind: string, code: string, changes?: Partial<NewDataRequest>): Promise<DataRequest>;
  /** Takes a step from the version that stands, whatever comes of it. */
  step(
    request: { id: string },
    body: object,
    as?: Asker,
  ): Promise<{ status: number; body: DataRequest & { detail?: string } }>;
  /** Writes a request down and checks who asks. */
  checked(kind: string, code: string): Promise<DataRequest>;
}

export const lawBasis = {
  title: 'Luật Bảo vệ dữ liệu cá nhân',
  number: '91/2025/QH15',
  confidence: 'published',
} as const;

export function dataDesk(world: NoticeWorld): DataDesk {
  const ask = asking(world);
  const desk: DataDesk = {
    ask,
    take: (kind, code, changes = {}) =>
      ask<DataRequest>('POST', '/v1/personal-data/requests', {
        as: 'secretariat',
        body: {
          kind,
          channel: 'letter',
          caseCodes: [code],
          name: 'Nguyễn Văn Qxzjw',
          phone: '0987654321',
          words: 'Đề nghị Qxzjw',
          ...changes,
        },
      }),
    async step({ id }, body, as = 'secretariat') {
      tick(world);
      const path = `/v1/personal-data/requests/${id}`;
      const read = await world.call<DataRequest>('GET', path, { as: 'secretariat' });
      return world.call('POST', `${path}/transitions`, { as, body, headers: { 'if-match': read.body.etag } });
    },
    async checked(kind, code) {
      const made = await desk.take(kind, code);
      await desk.step(made, { action: 'check-identity', identityMethod: 'called-back' });
      return made;
    },
  };
  return desk;
}
