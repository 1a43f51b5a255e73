#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { importMap } from './import-map.js';

const usage = `dvk-elements <command>

dvk-elements import-map <address> [file]

  Writes the snippet that loads the widgets from where you serve the files of dist/cdn, and makes
  browsers check each of them. Its first line says what your Content-Security-Policy needs.

  npx @dvk/elements import-map /portal/dvk/
  npx @dvk/elements import-map https://tinh.example.gov.vn/dvk/ dvk-case-form.js

dvk-elements theme --brand <colour> [--selector <selector>]

  Writes the colours of the widgets for the colour of a portal as CSS, with enough contrast in light and in dark.

  npx @dvk/elements theme --brand '#9b1c1f' > dvk-theme.css
`;

/** What each command writes, or nothing if it was called wrongly. */
const commands = {
  /** @param {string[]} given */
  'import-map': ([address, file]) => {
    if (address === undefined) return undefined;
    /** @param {string} name */
    const read = (name) => JSON.parse(readFileSync(new URL(`../dist/cdn/${name}`, import.meta.url), 'utf8'));
    return importMap({ integrity: read('sri.json'), parts: read('parts.json') }, address, file);
  },
  /** @param {string[]} given */
  theme: async (given) => {
    const options = { brand: { type: 'string' }, selector: { type: 'string' } };
    const { brand, selector } = parseArgs({ args: given, options }).values;
    if (brand === undefined) return undefined;
    const { changedColors, paletteFrom, themeCss } = await import('../dist/theme/index.js');
    const palette = paletteFrom(brand);
    return themeCss(palette, selector, changedColors(palette));
  },
};

const [command = '', ...given] = process.argv.slice(2);
if (command === '--help' || command === '-h') process.stdout.write(usage);
else if (!Object.hasOwn(commands, command)) fail(usage);
else {
  try {
    const text = await commands[command](given);
    if (text === undefined) fail(usage);
    else process.stdout.write(text);
  } catch (error) {
    const isUnbuilt = error.code === 'ENOENT' || error.code === 'ERR_MODULE_NOT_FOUND';
    fail(isUnbuilt ? 'The package is not built: run its build first.\n' : `${error.message}\n`);
  }
}

/** @param {string} text */
function fail(text) {
  process.stderr.write(text);
  process.exitCode = 1;
}
