export { attachmentEvents } from './events.ts';
export { Attachment, attachmentIds, maxFiles, maxFileSize, mediaTypes, type MediaType } from './schema.ts';
export * from './names.ts';
export { attachments } from './contract.ts';
