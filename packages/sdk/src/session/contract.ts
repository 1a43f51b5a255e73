import { endpoint } from '../contract/endpoint.ts';
import { everyone } from '../contract/roles.ts';
import { Session } from './schema.ts';

export const endpoints = {
  get: endpoint('GET', '/v1/session', { summary: 'Who am I', roles: everyone, response: Session }),
};

export * as schemas from './schema.ts';
