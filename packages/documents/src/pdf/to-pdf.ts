import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Bilingual } from '@dvk/sdk/errors';
import { findOfficeProgram } from './office-program.ts';

/** Why there is no PDF: LibreOffice is not installed, took too long, or could not read the file. */
export type PdfFault = 'no-office-program' | 'too-slow' | 'not-converted';

const sentences: Readonly<Record<PdfFault, Bilingual>> = {
  'no-office-program': {
    vi: 'Máy này chưa cài LibreOffice nên chưa xuất được PDF; vui lòng tải tệp Word rồi lưu thành PDF, hoặc in từ trình duyệt',
    en: 'LibreOffice is not installed here, so there is no PDF; download the Word file and save it as a PDF, or print from the browser',
  },
  'too-slow': {
    vi: 'Xuất PDF mất quá nhiều thời gian nên đã dừng lại; vui lòng thử lại sau',
    en: 'Making the PDF took too long and was stopped; please retry later',
  },
  'not-converted': {
    vi: 'LibreOffice không đọc được tệp này nên không xuất được PDF',
    en: 'LibreOffice could not read this file, so there is no PDF',
  },
};

/** Thrown by {@link convertToPdf}. */
export class PdfError extends Error {
  override readonly name = 'PdfError';
  readonly fault: PdfFault;
  /** The sentence shown to a person. */
  readonly text: Bilingual;

  constructor(fault: PdfFault) {
    super(sentences[fault].en);
    this.fault = fault;
    this.text = sentences[fault];
  }
}

export interface PdfOptions {
  /** What the file is; `docx` by default. */
  kind?: 'docx' | 'xlsx';
  /** Milliseconds after which LibreOffice is ended; a minute by default. */
  timeLimit?: number;
  /** Path of LibreOffice; by default it is looked for. */
  program?: string | undefined;
}

/**
 * Converts a paper or a sheet to PDF with LibreOffice. Each call has a folder and a profile of LibreOffice of its own, so that several can
 * run at once and nobody's settings count; both are removed.
 *
 * @throws PdfError
 */
export async function convertToPdf(
  file: Uint8Array,
  { kind = 'docx', timeLimit = 60_000, program }: PdfOptions = {},
): Promise<Uint8Array> {
  const found = program ?? (await findOfficeProgram());
  if (!found) throw new PdfError('no-office-program');
  const home = await mkdtemp(path.join(tmpdir(), 'dvk-pdf-'));
  try {
    const profile = path.join(home, 'profile');
    await mkdir(profile);
    const source = path.join(home, `paper.${kind}`);
    await writeFile(source, file, { mode: 0o600 });
    await run(
      found,
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        '--headless',
        '--norestore',
        '--nolockcheck',
        '--convert-to',
        'pdf',
        '--outdir',
        home,
        source,
      ],
      { home, timeLimit },
    );
    return new Uint8Array(
      await readFile(path.join(home, 'paper.pdf')).catch(() => {
        throw new PdfError('not-converted');
      }),
    );
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Runs a program to its end, or ends it and all that it started. */
function run(program: string, args: readonly string[], { home, timeLimit }: { home: string; timeLimit: number }) {
  return new Promise<void>((resolve, reject) => {
    const isWindows = process.platform === 'win32';
    // A group of its own: the program starts another one, which would go on.
    const child = spawn(program, args, { stdio: 'ignore', detached: !isWindows, env: { ...process.env, HOME: home } });
    const timer = setTimeout(() => {
      reject(new PdfError('too-slow'));
      if (isWindows || child.pid === undefined) child.kill('SIGKILL');
      else process.kill(-child.pid, 'SIGKILL');
    }, timeLimit);
    child.on('error', () => {
      clearTimeout(timer);
      reject(new PdfError('no-office-program'));
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve();
      else reject(new PdfError('not-converted'));
    });
  });
}
