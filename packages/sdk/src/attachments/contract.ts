import * as z from 'zod/mini';
import { endpoint } from '../contract/endpoint.ts';
import { everyone, staff } from '../contract/roles.ts';
import { id } from '../contract/shapes.ts';
import { Attachment } from './schema.ts';

export const endpoints = {
  upload: endpoint('POST', '/v1/attachments', {
    summary: "Upload one file; its name goes into Content-Disposition (filename*=UTF-8''…), never into the address",
    roles: everyone,
    headers: z.object({ 'content-disposition': z.string().check(z.maxLength(2048)) }),
    body: 'binary',
    response: Attachment,
    status: 201,
    errors: ['payload-too-large', 'unsupported-media-type'],
  }),
  download: endpoint('GET', '/v1/attachments/{id}', {
    summary: 'Download a file, as an attachment',
    roles: staff,
    params: z.object({ id }),
    response: 'binary',
    errors: ['not-found'],
  }),
  thumbnail: endpoint('GET', '/v1/attachments/{id}/thumbnail', {
    summary: 'Read a small picture of an image, WebP of at most 320 × 320 pixels; it never changes',
    roles: staff,
    params: z.object({ id }),
    response: 'binary',
    errors: ['not-found'],
  }),
};

export { attachmentEvents as events } from './events.ts';
export * as schemas from './schema.ts';
