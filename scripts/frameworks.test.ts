/** The elements in React, Vue and Angular: the pages of `examples/frameworks`, compiled, drawn on a server and used in a browser. */
import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { root, run } from './lib/run.ts';

const home = path.join(root, 'examples/frameworks');
const scratch = path.join(home, '.cache');
before(() => mkdir(scratch, { recursive: true }));
after(() => rm(scratch, { recursive: true, force: true }));

describe('types of the elements', () => {
  /** Files with mistakes: each line that says so must be refused, and no other. */
  const mistaken = {
    'react.tsx': `import '@dvk/elements/react/jsx';
import { DvkCaseForm } from '@dvk/elements/react/case-form';
import { DvkTextField } from '@dvk/elements/react/text-field';
export const right = [
  <DvkCaseForm key="1" sharedDevice className="a" onDvkSave={({ result, currentTarget }) => [result.dueAt, currentTarget.reset()]} />,
  <DvkTextField key="2" type="points" max={1000} onInput={(event) => event.currentTarget.valueAsNumber} />,
  <dvk-case-form key="3" shared-device={true} class="a" ondvk-submit={(event) => event.body.title} />,
];
export const wrong = [
  <DvkCaseForm key="1" sharedDevice="yes" />, // wrong
  <DvkCaseForm key="2" onDvkSave={({ result }) => result.secret} />, // wrong
  <DvkCaseForm key="3" onDvkSaved={() => {}} />, // wrong
  <DvkTextField key="4" type="pointz" />, // wrong
  <dvk-case-form key="5" sharedDevise />, // wrong
  <dvk-case-form key="6" ondvk-save={(event) => event.detail} />, // wrong
  <dvk-case-forme key="7" />, // wrong
];
`,
    'vue.vue': `<script setup lang="ts">
import '@dvk/elements/vue';
</script>
<template>
  <dvk-case-form shared-device base-url="/api" @dvk-save="({ result }) => result.code" @dvk-submit="({ body }) => body.title" />
  <dvk-text-field type="points" :max="1000" @input="(event) => event.currentTarget.valueAsNumber" />
  <dvk-case-form :shared-device="1" /><!-- wrong -->
  <dvk-case-form @dvk-save="({ result }) => result.secret" /><!-- wrong -->
  <dvk-text-field type="pointz" /><!-- wrong -->
</template>
`,
    'events.ts': `import { DvkSaveEvent } from '@dvk/elements/events';
import type { DvkElements, EventOf } from '@dvk/elements/jsx';
import '@dvk/elements/case-form/define';
const form = document.createElement('dvk-case-form');
form.addEventListener('dvk-save', ({ result }) => result.code);
form.addEventListener('dvk-save', ({ result }) => result.secret); // wrong
export const heard = (event: EventOf<'dvk-scorecard', 'dvk-save'>): number => event.result.etag.length;
export const place: DvkElements['dvk-place-field']['properties'] = { level: 'village' }; // wrong
export const made = new DvkSaveEvent({ a: 1 }).result.b; // wrong
`,
  };

  it('of React, Vue and Angular fit the examples and refuse mistakes', async () => {
    for (const [name, text] of Object.entries(mistaken)) await writeFile(path.join(scratch, name), text);
    await writeFile(
      path.join(scratch, 'tsconfig.json'),
      JSON.stringify({
        extends: '../tsconfig.json',
        compilerOptions: { incremental: false, tsBuildInfoFile: null },
        include: ['*', '../react', '../vue', '../angular'],
      }),
    );
    const { output } = await run(path.join(home, 'node_modules/.bin/vue-tsc'), ['--noEmit', '-p', scratch], {
      cwd: home,
    });
    const refused = [...output.matchAll(/^(\S+?)\((\d+),\d+\): error/gm)].map(
      ([, file, line]) => `${path.basename(file!)} ${line}`,
    );
    const expected = Object.entries(mistaken).flatMap(([name, text]) =>
      text.split('\n').flatMap((line, at) => (/(\/\/|<!--) wrong/.test(line) ? `${name} ${at + 1}` : [])),
    );
    assert.deepEqual([...new Set(refused)].sort(), expected.sort(), output);
  });
});

const origin = 'https://dvk.example';
let browser: Browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser.close());

/** One module of what a page loads, as a bundler of a project makes it. */
async function bundled(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: home, loader: 'tsx' },
    bundle: true,
    format: 'esm',
    tsconfig: path.join(home, 'tsconfig.json'),
    define: { 'process.env.NODE_ENV': '"development"', __VUE_OPTIONS_API__: 'true', __VUE_PROD_DEVTOOLS__: 'false' },
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0]!.text;
}

/** What the same sources are on a server. */
async function onServer<T>(name: string, contents: string): Promise<T> {
  const outfile = path.join(scratch, `${name}.mjs`);
  await build({
    stdin: { contents, resolveDir: home, loader: 'tsx' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['react', 'react-dom', 'vue'],
    tsconfig: path.join(home, 'tsconfig.json'),
    outfile,
    logLevel: 'error',
  });
  return (await import(pathToFileURL(outfile).href)) as T;
}

/** Opens a page whose server has drawn this body; remembers what it asked the API and what it complained of. */
async function open(body: string, script: string) {
  const page: Page = await browser.newPage();
  const complaints: string[] = [];
  const tokens: (string | undefined)[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/page.js') return route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: script });
    if (pathname.startsWith('/api/')) {
      tokens.push(route.request().headers()['authorization']);
      return route.fulfill({ status: 404, contentType: 'text/plain', body: '' });
    }
    const html = `<!doctype html><html lang="vi"><link rel="icon" href="data:,"><div id="root">${body}</div><script type="module" src="/page.js"></script></html>`;
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
  });
  await page.goto(origin);
  return { page, complaints, tokens };
}

/** What is in the page's script for its own use. */
declare global {
  var before: boolean | undefined;
  var save: (() => void) | undefined;
}

/** Said at the head of a script: what the form says before the framework starts, and a way to make it send its event. */
const prepare = `
  import { DvkSaveEvent } from '@dvk/elements/events';
  const form = document.querySelector('dvk-case-form');
  globalThis.before = form.sharedDevice;
  globalThis.save = () => form.dispatchEvent(new DvkSaveEvent({ code: 'PA-1', receivedAt: '', dueAt: null }));`;

/** Waits until the framework has started, which it has when it shows the code of an event, and tells how the form stands. */
async function started(page: Page) {
  await page.waitForFunction(() => {
    save!();
    return document.querySelector('output')!.textContent === 'PA-1';
  });
  return standing(page);
}

function standing(page: Page) {
  return page.evaluate(() => {
    const { sharedDevice, province } = document.querySelector('dvk-case-form') as HTMLElement & Record<string, unknown>;
    return { before, after: sharedDevice, province };
  });
}
const kept = { before: true, after: true, province: '01' };

describe('React', () => {
  it('keeps sharedDevice of a page drawn on a server, before and after it starts; hears typed events, sets getToken', async () => {
    const { draw } = await onServer<{ draw: () => string }>(
      'react',
      `import { renderToString } from 'react-dom/server';
       import { ReportPage } from './react/report-page.tsx';
       export const draw = () => renderToString(<ReportPage getToken={() => null} />);`,
    );
    const body = draw();
    assert.match(body, /<dvk-case-form[^>]* shared-device="/);
    const { page, complaints, tokens } = await open(
      body,
      await bundled(
        `import { hydrateRoot } from 'react-dom/client';
         import { ReportPage } from './react/report-page.tsx';
         ${prepare}
         hydrateRoot(document.getElementById('root'), <ReportPage getToken={() => 'the-token'} />);`,
      ),
    );
    assert.deepEqual(await started(page), kept);
    assert.ok(tokens.includes('Bearer the-token'));
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it('keeps sharedDevice where the tag itself stands in JSX, under the name of the property', async () => {
    const source = `
      import '@dvk/elements/case-form/define';
      import { useEffect } from 'react';
      export function Tag() {
        useEffect(() => { globalThis.isStarted = true; }, []);
        return <dvk-case-form sharedDevice province="01" baseUrl="/api" />;
      }`;
    const { draw } = await onServer<{ draw: () => string }>(
      'tag',
      `import { renderToString } from 'react-dom/server';
       ${source}
       export const draw = () => renderToString(<Tag />);`,
    );
    const { page } = await open(
      draw(),
      await bundled(`import { hydrateRoot } from 'react-dom/client';
        ${source}
        ${prepare}
        hydrateRoot(document.getElementById('root'), <Tag />);`),
    );
    await page.waitForFunction(() => 'isStarted' in globalThis);
    assert.deepEqual(await standing(page), kept);
    await page.close();
  });

  it('changes and removes options as its state does; a listener is the latest', async () => {
    const { page, complaints } = await open(
      '',
      await bundled(`
        import { createRoot } from 'react-dom/client';
        import { DvkTextField } from '@dvk/elements/react/text-field';
        import { DvkChoiceField } from '@dvk/elements/react/choice-field';
        const root = createRoot(document.getElementById('root'));
        globalThis.heard = [];
        globalThis.show = (props, options) => root.render(<>
          <DvkTextField label="Tên" aria-busy={false} {...props} onChange={() => heard.push(props.value)} />
          <DvkChoiceField label="Loại" options={options} />
        </>);
        show({ value: 'một', required: true, className: 'a', maxlength: 5 }, [{ value: 'x', label: 'X' }]);`),
    );
    const state = () =>
      page.evaluate(() => {
        const [field, choice] = document.querySelectorAll('dvk-text-field, dvk-choice-field') as never as (HTMLElement &
          Record<string, unknown>)[];
        field!.dispatchEvent(new Event('change', { bubbles: true }));
        const { value, required, maxlength, className, ariaBusy } = field!;
        return [
          value,
          Boolean(required),
          maxlength ?? null,
          className,
          ariaBusy,
          (choice!['options'] as unknown[]).length,
        ];
      });
    await page.waitForFunction(() => document.querySelector('dvk-text-field')?.shadowRoot?.querySelector('input'));
    assert.deepEqual(await state(), ['một', true, 5, 'a', 'false', 1]);
    await page.evaluate(() =>
      (globalThis as never as { show: (...of: unknown[]) => void }).show({ value: 'hai', required: false }, []),
    );
    await page.waitForFunction(() => !document.querySelector('dvk-text-field')!.className);
    assert.deepEqual(await state(), ['hai', false, null, '', 'false', 0]);
    assert.deepEqual(await page.evaluate(() => (globalThis as never as { heard: string[] }).heard), ['một', 'hai']);
    assert.deepEqual(complaints, []);
    await page.close();
  });
});

describe('Vue', () => {
  it('keeps sharedDevice of a page drawn on a server, under either name; hears typed events', async () => {
    for (const option of ['shared-device', 'sharedDevice']) {
      const source = `
        import '@dvk/elements/case-form/define';
        import { createSSRApp, h, ref } from 'vue';
        export const makeApp = () => createSSRApp({
          setup() {
            const code = ref('');
            return () => [
              h('dvk-case-form', { '${option}': true, province: '01', baseUrl: '/api', onDvkSave: ({ result }) => (code.value = result.code) }),
              h('output', code.value),
            ];
          },
        });`;
      const { draw } = await onServer<{ draw: () => Promise<string> }>(
        `vue-${option}`,
        `import { renderToString } from 'vue/server-renderer';
         ${source}
         export const draw = () => renderToString(makeApp());`,
      );
      const { page, complaints } = await open(
        await draw(),
        await bundled(`${source}\n${prepare}\nmakeApp().mount('#root');`),
      );
      assert.deepEqual(await started(page), kept, option);
      assert.deepEqual(complaints, []);
      await page.close();
    }
  });
});

describe('Angular', () => {
  it('reads, sets, disables and validates our fields in its forms', async () => {
    const { page, complaints } = await open(
      '<app-root></app-root>',
      await bundled(`
        import '@angular/compiler';
        import { Component, CUSTOM_ELEMENTS_SCHEMA, provideZonelessChangeDetection } from '@angular/core';
        import { FormControl, ReactiveFormsModule } from '@angular/forms';
        import { bootstrapApplication } from '@angular/platform-browser';
        import '@dvk/elements/text-field/define';
        import { DvkValueAccessor } from './angular/value-accessor.ts';

        @Component({
          selector: 'app-root',
          template: '<dvk-text-field label="Tên" required [formControl]="control"></dvk-text-field>',
          imports: [ReactiveFormsModule, DvkValueAccessor],
          schemas: [CUSTOM_ELEMENTS_SCHEMA],
        })
        class App {
          control = new FormControl('Nguyễn Văn A');
          constructor() { globalThis.control = this.control; }
        }
        bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] });`),
    );
    await page.waitForFunction(
      () => document.querySelector('dvk-text-field')?.shadowRoot?.querySelector('input')?.value,
    );
    const input = page.locator('dvk-text-field input');
    assert.equal(await input.inputValue(), 'Nguyễn Văn A');
    await input.fill('');
    const state = () =>
      page.evaluate(() => {
        const { value, errors, touched, disabled } = (globalThis as never as { control: Record<string, unknown> })
          .control;
        return { value, errors, touched, disabled };
      });
    const { value, errors } = await state();
    assert.equal(value, '');
    assert.match(JSON.stringify(errors), /dvk.*tên/i);
    await input.fill('Trần Thị B');
    await input.blur();
    assert.deepEqual(await state(), { value: 'Trần Thị B', errors: null, touched: true, disabled: false });
    await page.evaluate(() => (globalThis as never as { control: { disable: () => void } }).control.disable());
    assert.ok(await input.isDisabled());
    assert.deepEqual(complaints, []);
    await page.close();
  });
});
