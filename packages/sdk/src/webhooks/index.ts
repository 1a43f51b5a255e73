export { webhookEvents, type WebhookEvent } from './events.ts';
export { isWebhookKind, pingKind, webhookKinds } from './kinds.ts';
export {
  deliveryStates,
  NewWebhook,
  SecretRotation,
  Webhook,
  WebhookDelivery,
  WebhookMessage,
  WebhookWithSecret,
  type DeliveryState,
} from './schema.ts';
export { endpoints as webhooks } from './contract.ts';
