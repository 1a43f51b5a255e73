export { openApiDocument, type OpenApiDocument, type OpenApiInfo } from './document.ts';
export type { JsonSchema } from './json-schemas.ts';
