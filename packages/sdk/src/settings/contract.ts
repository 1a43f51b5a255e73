import { endpoint } from '../contract/endpoint.ts';
import { everyone } from '../contract/roles.ts';
import { Settings } from './schema.ts';

export const endpoints = {
  get: endpoint('GET', '/v1/settings', {
    summary: 'What forms need to know: province, receiving office, topics, files, privacy notice',
    roles: everyone,
    response: Settings,
  }),
};

export * as schemas from './schema.ts';
