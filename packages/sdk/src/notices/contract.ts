import * as z from 'zod/mini';
import { endpoint } from '../contract/endpoint.ts';
import { roles } from '../contract/roles.ts';
import { id, page, pageQuery } from '../contract/shapes.ts';
import { Notice, NoticePreferences, NoticesRead, NoticeWishes, UnreadNotices } from './schema.ts';

const signedIn = roles.filter((role) => role !== 'anonymous');

export const endpoints = {
  list: endpoint('GET', '/v1/notices', {
    summary: 'List your own notices, newest first',
    roles: signedIn,
    query: z.object({ ...pageQuery, unread: z.optional(z.literal('true')) }),
    response: page(Notice),
    paged: true,
    errors: ['cursor-invalid'],
  }),
  unread: endpoint('GET', '/v1/notices/unread', {
    summary: 'Count the notices that you have not read',
    roles: signedIn,
    response: UnreadNotices,
  }),
  read: endpoint('POST', '/v1/notices/{id}/read', {
    summary: 'Mark one of your own notices as read',
    roles: signedIn,
    params: z.object({ id }),
    response: Notice,
    errors: ['not-found'],
  }),
  readAll: endpoint('POST', '/v1/notices/read', {
    summary: 'Mark all of your own notices up to a moment as read',
    roles: signedIn,
    body: NoticesRead,
    response: UnreadNotices,
    errors: ['validation-failed'],
  }),
  preferences: endpoint('GET', '/v1/notices/preferences', {
    summary: 'Read which notices you wish, and how',
    roles: signedIn,
    response: NoticePreferences,
    etag: 'given',
  }),
  setPreferences: endpoint('PUT', '/v1/notices/preferences', {
    summary: 'Say which notices you wish, and how',
    roles: signedIn,
    body: NoticeWishes,
    response: NoticePreferences,
    etag: 'required',
    errors: ['validation-failed', 'precondition-failed'],
  }),
};

export * as schemas from './schemas.ts';
