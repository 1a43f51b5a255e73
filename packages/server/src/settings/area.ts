import { settings, settingsOf } from '@dvk/sdk/settings';
import { implement } from '../http/route.ts';
import type { Area } from '../records/area.ts';

export const settingsArea: Area = {
  routes: [implement(settings.get, async (_request, { services }) => settingsOf(services))],
};
