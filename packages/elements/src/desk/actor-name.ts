import type { HistoryEvent } from '@dvk/sdk/contract';
import { roleNames, roleNamesEn } from '@dvk/sdk/session';
import type { Lang } from '../locale/controller.ts';

/** What is said where no unit and no role is known. */
export interface ActorTexts {
  you: string;
  system: string;
  /** Who sent a report. */
  sender?: string;
}

/** Who did something, as far as it may be known. */
export function actorName({ self, unitName, roles }: HistoryEvent['by'], texts: ActorTexts, lang: Lang): string {
  if (self) return texts.you;
  if (unitName) return unitName;
  const [role] = roles;
  // Who sends without signing in is known by no role.
  if ((role === 'sender' || role === 'anonymous') && texts.sender) return texts.sender;
  const names: Readonly<Record<string, string>> = lang === 'en' ? roleNamesEn : roleNames;
  return names[role ?? ''] ?? texts.system;
}
