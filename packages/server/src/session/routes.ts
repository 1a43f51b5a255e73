import { session } from '@dvk/sdk/session';
import { implement } from '../http/route.ts';

export const sessionRoutes = [
  implement(session.get, async (_request, context) => ({
    ...context.session,
    province: context.services.province,
  })),
];
