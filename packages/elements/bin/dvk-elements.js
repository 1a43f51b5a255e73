#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { importMap } from './import-map.js';

const usage = `dvk-elements import-map <address> [file]

  Writes the snippet that loads the widgets from where you serve the files of dist/cdn, and makes
  browsers check each of them. Its first line says what your Content-Security-Policy needs.

  npx @dvk/elements import-map /portal/dvk/
  npx @dvk/elements import-map https://tinh.example.gov.vn/dvk/ dvk-case-form.js
`;

const [command, address, file] = process.argv.slice(2);
if (command === '--help' || command === '-h') process.stdout.write(usage);
else if (command !== 'import-map' || address === undefined) fail(usage);
else {
  try {
    const integrity = JSON.parse(readFileSync(new URL('../dist/cdn/sri.json', import.meta.url), 'utf8'));
    process.stdout.write(importMap(integrity, address, file));
  } catch (error) {
    fail(error.code === 'ENOENT' ? 'The package is not built: there is no dist/cdn/sri.json.\n' : `${error.message}\n`);
  }
}

/** @param {string} text */
function fail(text) {
  process.stderr.write(text);
  process.exitCode = 1;
}
