export { attachmentEvents } from './events.ts';
export {
  acceptedTypes,
  Attachment,
  attachmentIds,
  maxFiles,
  maxFileSize,
  mediaTypes,
  type MediaType,
} from './schema.ts';
export * from './names.ts';
export { endpoints as attachments } from './contract.ts';
