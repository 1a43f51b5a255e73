export { hasSecretKey, verifySecretKey } from './check.ts';
export { findSecretKey, type KeySource, type SecretKey } from './find.ts';
