export { Session } from './schema.ts';
export { session } from './contract.ts';
