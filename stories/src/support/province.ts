import { api } from '@dvk/sdk/api';
import { sampleSettings, toMsw } from '@dvk/sdk/testing';
import { assessmentHandlers } from './assessments.ts';
import { caseHandlers } from './cases.ts';
import { draftHandlers } from './drafts.ts';
import { libraryHandlers } from './library.ts';
import { modelHandlers } from './models.ts';
import { ProvinceRecords } from './records.ts';
import { apiUrl } from './server.ts';

export { loseResponse, holdBack, type CaseFile, type Fault, type Operation } from './records.ts';

/**
 * A mock server in memory for whole journeys: it stores what is sent, applies the same rules of the SDK as the server, and
 * responds in the shapes of the contract. Failures are requested call by call with `failNext`.
 */
export class Province extends ProvinceRecords {
  /** The handlers of Mock Service Worker, for the `msw` parameter of a story. */
  readonly handlers = toMsw(
    api,
    apiUrl,
    this.guarded({
      settings: { get: () => sampleSettings.settings },
      session: { get: ({ request }) => this.sessionOf(request) },
      ...libraryHandlers(this),
      ...modelHandlers(this),
      ...draftHandlers(this),
      ...assessmentHandlers(this),
      ...caseHandlers(this),
    }),
  );
}
