import type { CommandName } from '../help/help.ts';
import type { Command } from './command.ts';

/** Each is loaded when it is asked for: who wants the help, or has mistyped an option, need not wait for a server. */
export const commands: Readonly<Record<CommandName, () => Promise<Command>>> = {
  serve: async () => (await import('./serve.ts')).serve,
  work: async () => (await import('./work.ts')).work,
  migrate: async () => (await import('./migrate.ts')).migrate,
  verify: async () => (await import('./verify.ts')).verify,
  anchor: async () => (await import('./anchor.ts')).anchor,
  seal: async () => (await import('./seal.ts')).seal,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
  doctor: async () => (await import('./doctor.ts')).doctor,
  'auth explain': async () => (await import('./auth-explain.ts')).authExplain,
  openapi: async () => (await import('./openapi.ts')).openapi,
};
