/**
 * The one Chromium everything uses – tests, screenshots, stories: `CHROME_PATH`, else an installed Chrome or Chromium,
 * else the one that ships inside the npm package `@sparticuz/chromium`, unpacked once into `.cache/`. Beside it the oldest
 * Chromium that is supported, from an older version of that package.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inflate } from '@sparticuz/chromium';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

const root = join(import.meta.dirname, '..');

const installedPlaces =
  {
    linux: ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'].flatMap((name) =>
      ['/usr/bin', '/usr/local/bin', '/snap/bin'].map((folder) => join(folder, name)),
    ),
    darwin: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
    win32: [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']]
      .filter((folder) => folder !== undefined)
      .map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
  }[process.platform as string] ?? [];

/** Unpacks parts of a package with Chromium into a folder of its own; several processes may do so at once. */
async function unpackChromium(name: string, files: readonly string[]): Promise<string> {
  const home = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
  const cache = join(root, '.cache/chromium');
  const unpacked = join(cache, version);
  if (existsSync(unpacked)) return unpacked;
  await mkdir(cache, { recursive: true });
  const staging = await mkdtemp(join(cache, 'unpacking-'));
  // `inflate` writes to the temporary folder, which it asks for before it returns.
  const { TMPDIR } = process.env;
  process.env['TMPDIR'] = staging;
  const parts = files.map((file) => inflate(join(home, 'bin', `${file}.br`)));
  if (TMPDIR === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = TMPDIR;
  await Promise.all(parts);
  try {
    await rename(staging, unpacked);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    if (!existsSync(unpacked)) throw error;
  }
  return unpacked;
}

const unpackNewest = () => unpackChromium('@sparticuz/chromium', ['chromium', 'al2023.tar']);

/** Configures the browser to know the fonts of a package and no others: what a page looks like depends on no machine. */
async function packagedFonts(): Promise<Record<string, string>> {
  if (process.platform !== 'linux') return {};
  const cache = join(root, '.cache/fonts');
  const file = join(cache, 'fonts.conf');
  const fonts = dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'));
  const prefer = (family: string, font: string) =>
    `<alias binding="same"><family>${family}</family><prefer><family>${font}</family></prefer></alias>`;
  const text = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>${fonts}</dir>
<cachedir>${cache}</cachedir>
<selectfont><rejectfont><glob>*/DejaVuMathTeXGyre.ttf</glob></rejectfont></selectfont>
${prefer('sans', 'DejaVu Sans')}
${prefer('sans-serif', 'DejaVu Sans')}
${prefer('serif', 'DejaVu Serif')}
${prefer('Arial', 'DejaVu Sans')}
${prefer('Times New Roman', 'DejaVu Serif')}
${prefer('monospace', 'DejaVu Sans Mono')}
<match><edit name="family" mode="append_last"><string>DejaVu Sans</string></edit></match>
</fontconfig>
`;
  const written = await readFile(file, 'utf8').catch(() => '');
  if (written !== text) {
    await mkdir(cache, { recursive: true });
    await writeFile(`${file}.${process.pid}`, text);
    await rename(`${file}.${process.pid}`, file);
  }
  return { FONTCONFIG_FILE: file };
}

/** The libraries that a bare machine lacks (NSS) come with the newest package. */
function missingLibraries(executable: string, newest: string): Record<string, string> {
  const missing = execFileSync('ldd', [executable], { encoding: 'utf8' }).includes('not found');
  return missing ? { LD_LIBRARY_PATH: join(newest, 'al2023/lib') } : {};
}

// Fonts are laid out alike everywhere; /dev/shm is tiny in containers.
const everywhere = ['--font-render-hinting=none', '--disable-dev-shm-usage'];

async function packagedOptions(executable: string, newest: string): Promise<LaunchOptions> {
  return {
    executablePath: executable,
    headless: true,
    args: [...everywhere, '--no-sandbox', '--disable-gpu'],
    env: { ...process.env, ...missingLibraries(executable, newest), ...(await packagedFonts()) },
  };
}

/** How to start the browser with playwright; headless, all web security on. */
export async function browserOptions(): Promise<LaunchOptions> {
  const isRoot = process.getuid?.() === 0;
  const args = [...everywhere, ...(isRoot ? ['--no-sandbox'] : [])];
  const installed = process.env['CHROME_PATH'] ?? installedPlaces.find((path) => existsSync(path));
  if (installed !== undefined)
    return { executablePath: installed, headless: true, args, env: { ...process.env, ...(await packagedFonts()) } };
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('No Chrome or Chromium found. Install one, or set CHROME_PATH to its executable.');
  const newest = await unpackNewest();
  return packagedOptions(join(newest, 'chromium'), newest);
}

/** Starts the browser. Close it when done. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch(await browserOptions());
}

/** Starts Chromium 109, the oldest that is supported; `undefined` where there is none: it comes for Linux on x64 only. */
export async function launchOldestBrowser(): Promise<Browser | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const [oldest, newest] = await Promise.all([unpackChromium('chromium-109', ['chromium']), unpackNewest()]);
  return chromium.launch(await packagedOptions(join(oldest, 'chromium'), newest));
}
