import { session } from '@dvk/sdk/session';
import { subjectTag } from '../http/expected-subject.ts';
import { implement } from '../http/route.ts';

export const sessionRoutes = [
  implement(session.get, async (_request, context) => ({
    ...context.session,
    subjectTag: subjectTag(context.services.keyring, context.session),
    province: context.services.presets.province,
  })),
];
