import type { Readable, Writable } from 'node:stream';
import { isCancel, log, password, text } from '@clack/prompts';
import { SettingsFault } from '../../startup/settings-fault.ts';
import type { Ask } from './collect.ts';

export interface Terminal {
  input: Readable;
  output: Writable;
}

/** Asks at a terminal; what is typed for a secret is not shown. */
export const askAt =
  (terminal: Terminal, locale: 'vi' | 'en'): Ask =>
  async (question, offer, wrong) => {
    if (wrong) log.warn(wrong[locale], terminal);
    const message = question.ask[locale];
    const answer = question.isSecret
      ? await password({ message, ...terminal })
      : await text({ message, initialValue: offer, ...terminal });
    if (!isCancel(answer)) return answer ?? '';
    throw new SettingsFault({
      vi: 'Đã dừng theo yêu cầu; chưa có gì được ghi thêm.',
      en: 'Stopped as asked; nothing more was written.',
    });
  };
