import type { CommandName } from '../help/help.ts';
import type { Command } from './command.ts';

/** Each is loaded when it is asked for: who wants the help, or has mistyped an option, need not wait for a server. */
export const commands: Readonly<Record<CommandName, () => Promise<Command>>> = {
  init: async () => (await import('./init.ts')).init,
  serve: async () => (await import('./serve.ts')).serve,
  work: async () => (await import('./work.ts')).work,
  migrate: async () => (await import('./migrate.ts')).migrate,
  'audit verify': async () => (await import('./audit-verify.ts')).auditVerify,
  'audit anchor': async () => (await import('./audit-anchor.ts')).auditAnchor,
  'audit seal': async () => (await import('./audit-seal.ts')).auditSeal,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
  doctor: async () => (await import('./doctor.ts')).doctor,
  'auth explain': async () => (await import('./auth-explain.ts')).authExplain,
  openapi: async () => (await import('./openapi.ts')).openapi,
};
