export { RetentionItem, RetentionRun } from './runs.ts';
export { ProcessingRegister, RegisterSettings } from './register.ts';
export { RetentionRule } from './retention.ts';
export * from './schema.ts';
