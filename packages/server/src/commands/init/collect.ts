import type { Bilingual } from '@dvk/sdk/errors';
import type { Environment } from '../../config.ts';
import { SettingsFault } from '../../startup/settings-fault.ts';
import { failed } from '../doctor/finding.ts';
import type { Question } from './questions.ts';

/** Asks somebody at a terminal. */
export type Ask = (question: Question, offer: string, wrong: Bilingual | undefined) => Promise<string>;

/** Where a question is answered other than at a terminal: `--province (DVK_PROVINCE)`. */
const placesOf = ({ flag, name }: Question) => (flag ? `--${flag} (${name})` : name);

async function answerOf(question: Question, text: string, known: Environment): Promise<string | Bilingual> {
  try {
    return await question.read(text, known);
  } catch (error) {
    return failed(error).text;
  }
}

async function askUntilAnswered(question: Question, known: Environment, ask: Ask): Promise<string> {
  let wrong: Bilingual | undefined;
  for (;;) {
    const answer = await answerOf(question, await ask(question, question.offer?.(known) ?? '', wrong), known);
    if (typeof answer === 'string') return answer;
    wrong = answer;
  }
}

/**
 * The answers to questions: as given, else by asking.
 *
 * @param given the options and the environment
 * @param ask absent where nobody can be asked: then all that is missing is named at once
 * @throws SettingsFault
 */
export async function collect(
  questions: readonly Question[],
  given: Environment,
  ask: Ask | undefined,
): Promise<Environment> {
  const answers: Record<string, string> = {};
  const missing: string[] = [];
  for (const question of questions) {
    const known = { ...given, ...answers };
    if (question.applies && !question.applies(known)) continue;
    const { name, mayLack, offer } = question;
    const text = given[name] || (!ask && mayLack ? offer?.(known) : undefined);
    if (text !== undefined) {
      const answer = await answerOf(question, text, known);
      if (typeof answer !== 'string') throw wrongAnswer(question, answer);
      answers[name] = answer;
    } else if (ask) answers[name] = await askUntilAnswered(question, known, ask);
    else missing.push(placesOf(question));
  }
  if (missing.length === 0) return answers;
  throw new SettingsFault({
    vi: `Còn thiếu: ${missing.join(', ')}. Ở đây không hỏi được (không phải cửa sổ lệnh), nên hãy thêm các tùy chọn này, hoặc biến môi trường ghi trong ngoặc.`,
    en: `Still needed: ${missing.join(', ')}. Nobody can be asked here (this is no terminal): add these options, or the variables in brackets.`,
  });
}

function wrongAnswer(question: Question, { vi, en }: Bilingual): SettingsFault {
  const place = placesOf(question);
  return new SettingsFault({ vi: `${place}: ${vi}`, en: `${place}: ${en}` });
}

/**
 * Refuses answers that say otherwise than the file of settings that is there: `init` changes none.
 *
 * @throws SettingsFault
 */
export async function refuseOtherAnswers(
  questions: readonly Question[],
  given: Environment,
  { file, settings }: { file: string; settings: Environment },
): Promise<void> {
  const others: string[] = [];
  for (const question of questions) {
    const { name, isSecret } = question;
    const [asked, stands] = [given[name], settings[name]];
    if (!asked || isSecret || stands === undefined) continue;
    const answer = await answerOf(question, asked, { ...settings, ...given });
    if (answer !== stands) others.push(placesOf(question));
  }
  if (others.length === 0) return;
  throw new SettingsFault({
    vi: `${file} đã có và ghi khác: ${others.join(', ')}. Lệnh này không sửa thiết lập đang có: hãy sửa trong tệp đó, hoặc bỏ các tùy chọn và biến này.`,
    en: `${file} is there and says otherwise: ${others.join(', ')}. This command changes no settings: edit that file, or leave these options and variables out.`,
  });
}
