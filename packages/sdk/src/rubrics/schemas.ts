export * from './publication.ts';
export * from './schema.ts';
