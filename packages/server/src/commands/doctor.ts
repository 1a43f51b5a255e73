import { examine } from './doctor/examine.ts';
import { sayFindings } from './doctor/say-findings.ts';
import { languageOf } from '../help/help.ts';
import type { Command } from './command.ts';

const ends = {
  good: { vi: 'Mọi phần đều ổn.', en: 'All is well.' },
  look: {
    vi: 'Máy chủ chạy được; những dòng có dấu ! cần xem lại.',
    en: 'The server can run; lines with ! are worth a look.',
  },
  bad: {
    vi: 'Có phần không chạy được: hãy xử lý những dòng có dấu ✗.',
    en: 'Something does not work: see the lines with ✗.',
  },
} as const;

export const doctor: Command = async (environment, { lang }) => {
  const locale = languageOf(lang, environment);
  const worst = await sayFindings(examine(environment), { locale });
  console.log(`\n${ends[worst][locale]}`);
  if (worst === 'bad') process.exitCode = 1;
};
