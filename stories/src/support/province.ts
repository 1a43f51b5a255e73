import { api } from '@dvk/sdk/api';
import { toMsw } from '@dvk/sdk/testing';
import { assessmentAnswers } from './assessments.ts';
import { caseAnswers } from './cases.ts';
import { libraryAnswers } from './library.ts';
import { modelAnswers } from './models.ts';
import { ProvinceRecords } from './records.ts';

export { answerLost, held, type CaseFile, type Fault, type Operation } from './records.ts';

/**
 * A whole province in memory, for the stories in which people really click through: it keeps what is sent, moves it by
 * the very rules of the server, which are the SDK's, and answers in the shapes of the contract. Things that go wrong are
 * asked for one call at a time.
 */
export class Province extends ProvinceRecords {
  /** The handlers of Mock Service Worker, for the `msw` parameter of a story. */
  readonly handlers = toMsw(
    api,
    '/api',
    this.guarded({
      session: { get: ({ request }) => this.sessionOf(request) },
      ...libraryAnswers(this),
      ...modelAnswers(this),
      ...assessmentAnswers(this),
      ...caseAnswers(this),
    }),
  );
}
