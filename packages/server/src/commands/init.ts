import path from 'node:path';
import { loadPlaces } from '@dvk/sdk/places';
import { dataDirectory, keySource, type Environment } from '../config.ts';
import { languageOf } from '../help/help.ts';
import { publicAddress } from '../sign-in/settings.ts';
import { SettingsFault } from '../startup/settings-fault.ts';
import { StartRefusal } from '../startup/start-refusal.ts';
import type { Command } from './command.ts';
import { examine } from './doctor/examine.ts';
import { sayFindings } from './doctor/say-findings.ts';
import { collect, refuseOtherAnswers, type Ask } from './init/collect.ts';
import { createDatabase } from './init/create-database.ts';
import { folderOf, type Folder } from './init/folder.ts';
import { makeFiles } from './init/make-files.ts';
import { administratorQuestions, questionsOf } from './init/questions.ts';
import { setUpTenant } from './init/set-up-tenant.ts';
import { askAt } from './init/terminal.ts';
import { readSettingsFile, settingsFileName } from './settings-file.ts';

/** What one run of `init` works with. */
interface Run {
  /** The options and the environment. */
  given: Environment;
  folder: Folder;
  locale: 'vi' | 'en';
  ask: Ask | undefined;
  say: (vi: string, en: string) => void;
}

/** Looks at what an installation would be, before anything is written. */
async function checkBefore({ say, locale }: Run, settings: Environment): Promise<void> {
  // A key that was given must be one.
  keySource(settings);
  if (settings['DATABASE_URL']) {
    const isNew = await createDatabase(settings['DATABASE_URL']);
    if (isNew) say('+ cơ sở dữ liệu PostgreSQL', '+ the PostgreSQL database');
  }
  const worst = await sayFindings(examine(settings), { locale, least: 'bad' });
  if (worst !== 'bad') return;
  throw new SettingsFault({
    vi: 'Chưa ghi thiết lập nào: hãy xử lý những dòng có dấu ✗ rồi chạy lại.',
    en: 'No settings were written: see to the lines with ✗ and run this again.',
  });
}

/**
 * Asks for everything and writes it down: a run that finds no file of settings.
 *
 * @returns who the first administrator is to be
 */
async function begin(run: Run): Promise<Environment> {
  const { given, folder, locale, ask, say } = run;
  const { provinces } = await loadPlaces({ former: false });
  const questions = [...questionsOf(provinces), ...administratorQuestions];
  const { DVK_ADMIN, DVK_ADMIN_NAME, ...answers } = await collect(questions, given, ask);
  const places = { DVK_DATA: folder.data, DVK_SECRET_KEY_FILE: folder.secretKey };
  await checkBefore(run, { ...given, ...answers, ...places });
  for await (const { file, isNew } of makeFiles(folder, { answers, given, locale })) sayMade(say, file, isNew);
  return { DVK_ADMIN, DVK_ADMIN_NAME };
}

function sayMade(say: Run['say'], what: string, isNew: boolean): void {
  if (isNew) say(`+ ${what}`, `+ ${what}`);
  else say(`= ${what} (đã có, giữ nguyên)`, `= ${what} (was there, kept)`);
}

/** The file of settings that is there, which must not say otherwise than what was given. */
async function goOn({ given, folder, say }: Run, settings: Environment): Promise<void> {
  const { provinces } = await loadPlaces({ former: false });
  await refuseOtherAnswers(questionsOf(provinces), given, { file: folder.config, settings });
  sayMade(say, folder.config, false);
}

/** Where the database is, without a password. */
function placeOfDatabase(settings: Environment): string {
  const { DATABASE_URL: url } = settings;
  if (!url) return path.join(dataDirectory(settings), 'database');
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

/** Makes what the database lacks; of one that a running server has open nothing is known. */
async function completeDatabase({ given, ask, say }: Run, settings: Environment): Promise<void> {
  try {
    const { isNew, administrator } = await setUpTenant(settings, given, ask);
    sayMade(say, `PostgreSQL: ${placeOfDatabase(settings)}`, isNew);
    const { name } = administrator;
    say(
      administrator.isNew ? `+ quản trị đầu tiên: ${name}` : `= quản trị: ${name} (đã có)`,
      administrator.isNew ? `+ first administrator: ${name}` : `= administrator: ${name} (was there)`,
    );
  } catch (error) {
    if (!(error instanceof StartRefusal) || error.code !== 'database-in-use') throw error;
    say('= cơ sở dữ liệu: máy chủ đang chạy và đang mở, không xem', '= the database: a running server has it open');
  }
}

/** What is left for people to do. */
function sayNext({ folder, say }: Run, settings: Environment): void {
  const on = (name: string) => new URL(`auth/${name}`, publicAddress(settings)).href;
  const isHere = folder.config === path.resolve(settingsFileName);
  const program = process.env.npm_command === 'exec' ? 'npx @dvk/server' : 'dvk-server';
  const command = `${program} serve${isHere ? '' : ` --config ${folder.config}`}`;
  say(
    `
Còn ba việc:
1. Chép thư mục ${folder.keys} ra nơi khác, tách khỏi dữ liệu và bản sao lưu. Mất khóa là mất thông tin liên hệ và các bản sao lưu.
2. Ở dịch vụ đăng nhập ${settings['DVK_ISSUER']}, ghi cho client ${settings['DVK_CLIENT_ID']}:
     địa chỉ chuyển về:       ${on('signed-in')}
     sau khi đăng xuất:       ${on('signed-out')}
     back-channel logout:     ${on('back-channel-logout')}
3. Chạy máy chủ:

   ${command}
`,
    `
Three things are left:
1. Copy the folder ${folder.keys} elsewhere, apart from the data and its backups. Without the keys contact data and backups cannot be read.
2. At the sign-in service ${settings['DVK_ISSUER']}, enter for the client ${settings['DVK_CLIENT_ID']}:
     redirect address:        ${on('signed-in')}
     after signing out:       ${on('signed-out')}
     back-channel logout:     ${on('back-channel-logout')}
3. Run the server:

   ${command}
`,
  );
}

/** Sets an installation up; each run makes what is missing and changes nothing that is there. */
export const init: Command = async (environment, { lang, config = settingsFileName, answers }) => {
  const locale = languageOf(lang, environment);
  const given: Environment = { ...environment, ...answers };
  const file = path.resolve(config);
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
  const run: Run = {
    given,
    folder: folderOf(file, given),
    locale,
    ask: isTerminal ? askAt({ input: process.stdin, output: process.stdout }, locale) : undefined,
    say: (vi, en) => console.log(locale === 'vi' ? vi : en),
  };
  const before = await readSettingsFile(file);
  const administrator = before ? await goOn(run, before) : await begin(run);
  const settings = { ...environment, ...(before ?? (await readSettingsFile(file))) };
  await completeDatabase({ ...run, given: { ...given, ...administrator } }, settings);
  const worst = await sayFindings(examine(settings), { locale });
  if (worst === 'bad') process.exitCode = 1;
  sayNext(run, settings);
};
