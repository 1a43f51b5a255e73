import * as z from 'zod/mini';
import { endpoint } from '../contract/endpoint.ts';
import { id, page, pageQuery } from '../contract/shapes.ts';
import { NewWebhook, SecretRotation, Webhook, WebhookDelivery, WebhookWithSecret } from './schema.ts';

const roles = ['administrator'] as const;
const params = z.object({ id });

export const endpoints = {
  list: endpoint('GET', '/v1/webhooks', {
    summary: 'Systems that are told of events, newest first',
    roles,
    query: z.object(pageQuery),
    response: page(Webhook),
    paged: true,
    errors: ['cursor-invalid'],
  }),
  create: endpoint('POST', '/v1/webhooks', {
    summary: 'Tell a system of events; the response shows its secret once',
    recentSignIn: true,
    roles,
    body: NewWebhook,
    response: WebhookWithSecret,
    status: 201,
    errors: ['validation-failed'],
  }),
  rotate: endpoint('POST', '/v1/webhooks/{id}/rotate', {
    summary: 'Make another secret; the one before is signed with too for some hours',
    recentSignIn: true,
    roles,
    params,
    body: SecretRotation,
    response: WebhookWithSecret,
    errors: ['not-found', 'validation-failed', 'precondition-failed'],
  }),
  disable: endpoint('POST', '/v1/webhooks/{id}/disable', {
    summary: 'Tell a system nothing more; what waits for it is given up',
    roles,
    params,
    response: Webhook,
    errors: ['not-found', 'transition-not-allowed', 'precondition-failed'],
  }),
  enable: endpoint('POST', '/v1/webhooks/{id}/enable', {
    summary: 'Tell a system of events again, from now on',
    recentSignIn: true,
    roles,
    params,
    response: Webhook,
    errors: ['not-found', 'transition-not-allowed', 'precondition-failed'],
  }),
  ping: endpoint('POST', '/v1/webhooks/{id}/ping', {
    summary: 'Send a system a message without an event, to see whether it answers',
    roles,
    params,
    response: WebhookDelivery,
    errors: ['not-found', 'transition-not-allowed'],
  }),
  deliveries: endpoint('GET', '/v1/webhooks/{id}/deliveries', {
    summary: 'What a system was told, and how that went, newest first',
    roles,
    params,
    query: z.object(pageQuery),
    response: page(WebhookDelivery),
    paged: true,
    errors: ['not-found', 'cursor-invalid'],
  }),
  replay: endpoint('POST', '/v1/webhooks/{id}/deliveries/{deliveryId}/replay', {
    summary: 'Send something again, under the same id',
    roles,
    params: z.object({ id, deliveryId: id }),
    response: WebhookDelivery,
    errors: ['not-found', 'transition-not-allowed'],
  }),
};

export { webhookEvents as events } from './events.ts';
export * as schemas from './schema.ts';
