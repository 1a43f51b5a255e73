import { parseEnv } from 'node:util';
import type { Environment } from '../../config.ts';
import { helpTexts, wrap } from '../../help/help.ts';
import { SettingsFault } from '../../startup/settings-fault.ts';
import { administratorQuestions } from './questions.ts';

const heads = {
  vi: [
    'Thiết lập của máy chủ Dân vận khéo. Mỗi dòng: TÊN=giá trị; dòng có # ở đầu không có tác dụng.',
    'Sửa bằng trình soạn thảo nào cũng được, rồi khởi động lại máy chủ; "dvk-server doctor" kiểm tra mọi phần.',
    'Biến môi trường cùng tên được ưu tiên. Tệp này có thể chứa mật khẩu: chỉ người dùng của máy chủ được đọc.',
  ],
  en: [
    'The settings of the Dân vận khéo server. Each line is NAME=value; a line that begins with # says nothing.',
    'Any editor will do; start the server again afterwards. "dvk-server doctor" checks every part.',
    'A variable of the environment comes before this file. It may hold passwords: only the user of the server reads it.',
  ],
} as const;

const lineLength = 110;

/** A value as this server, shells and systemd read it alike. */
function quoted(name: string, value: string): string {
  const written = /^[\w.:/@%+,=?&~-]*$/.test(value) ? value : value.includes("'") ? `"${value}"` : `'${value}'`;
  const isSame = parseEnv(`${name}=${written}`)[name] === value;
  if (isSame && !(written.startsWith('"') && /[$`\\]/.test(value))) return written;
  throw new SettingsFault({
    vi: `Giá trị của ${name} có những dấu không ghi được vào tệp thiết lập (dấu nháy, xuống dòng): hãy dùng giá trị khác.`,
    en: `The value of ${name} has signs that a file of settings cannot hold (quotes, line breaks): use another one.`,
  });
}

/** Those that only `init` reads. */
const passing: readonly string[] = administratorQuestions.map(({ name }) => name);

/** The file of settings: every setting with what it is for, those that have no value with a `#`. */
export function settingsText(settings: Environment, locale: 'vi' | 'en'): string {
  const comment = (text: string) => wrap(text, lineLength - 2).map((line) => `# ${line}`);
  const lines = heads[locale].flatMap(comment);
  for (const { title, variables } of helpTexts[locale].settings) {
    const entries = Object.entries(variables).filter(([name]) => !passing.includes(name));
    if (entries.length === 0) continue;
    lines.push('', '', ...comment(`== ${title} ==`));
    for (const [name, about] of entries) {
      const value = settings[name];
      lines.push('', ...comment(about), value ? `${name}=${quoted(name, value)}` : `#${name}=`);
    }
  }
  return `${lines.join('\n')}\n`;
}
