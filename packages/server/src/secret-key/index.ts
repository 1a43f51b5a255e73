export { hasSecretKey, verifySecretKey } from './check.ts';
export { findSecretKey, newSecretKey, type KeySource, type SecretKey } from './find.ts';
