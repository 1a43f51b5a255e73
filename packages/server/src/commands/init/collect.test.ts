import assert from 'node:assert/strict';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { loadPlaces } from '@dvk/sdk/places';
import { collect } from './collect.ts';
import { administratorQuestions, questionsOf } from './questions.ts';
import { askAt } from './terminal.ts';

/** A terminal whose keys are pressed when it shows something new that fits. */
function openTerminal() {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let [shown, from] = ['', 0];
  output.on('data', (chunk: Buffer) => (shown += chunk.toString()));
  return {
    terminal: { input, output },
    shown: () => shown,
    async type(after: RegExp, keys: string) {
      while (!after.test(shown.slice(from))) await once(output, 'data');
      from = shown.length;
      input.write(keys);
    },
  };
}

test('at a terminal each question is asked until it is answered; a secret is not shown', async () => {
  const { provinces } = await loadPlaces({ former: false });
  const wanted = new Set(['DVK_PROVINCE', 'DVK_TENANT', 'DVK_CLIENT_SECRET', 'DVK_MAIL_SERVER']);
  const questions = questionsOf(provinces).filter(({ name }) => wanted.has(name));
  const { terminal, shown, type } = openTerminal();
  const answers = collect(questions, {}, askAt(terminal, 'vi'));
  await type(/Tỉnh, thành phố/, 'Narnia\r');
  await type(/"Narnia" không phải tỉnh[^]*Tỉnh, thành phố/, 'tay ninh\r');
  // What is offered is taken by the Enter key.
  await type(/Tên ngắn của tỉnh[^]*tay-ninh/, '\r');
  await type(/client secret/, 'mat-khau-dai\r');
  await type(/Máy chủ gửi thư/, '\r');
  assert.deepEqual(await answers, {
    DVK_PROVINCE: '80',
    DVK_TENANT: 'tay-ninh',
    DVK_CLIENT_SECRET: 'mat-khau-dai',
    DVK_MAIL_SERVER: '',
  });
  assert.doesNotMatch(shown(), /mat-khau-dai/);
});

test('Ctrl-C stops, and says that nothing was written', async () => {
  const { provinces } = await loadPlaces({ former: false });
  const { terminal, type } = openTerminal();
  const answers = collect(questionsOf(provinces), {}, askAt(terminal, 'en'));
  await Promise.all([
    type(/Province/, '\u0003'),
    assert.rejects(answers, /Stopped as asked; nothing more was written/),
  ]);
});

test('what cannot be meant is refused with the option that said it, and no password is repeated', async () => {
  const { provinces } = await loadPlaces({ former: false });
  const questions = [...questionsOf(provinces), ...administratorQuestions];
  const right = {
    DVK_PROVINCE: 'Tỉnh Tây Ninh',
    DVK_OFFICE_NAME: 'Bộ phận thường trực',
    DATABASE_URL: 'embedded',
    DVK_PUBLIC_URL: 'https://dvk.tinh.example',
    DVK_ISSUER: 'https://sso.tinh.example',
    DVK_CLIENT_ID: 'dvk',
    DVK_MAIL_SERVER: 'smtp://mail.tinh.example',
    DVK_MAIL_FROM: 'dvk@tinh.example',
    DVK_ADMIN_NAME: 'Nguyễn Văn A',
    DVK_ADMIN: 'a@example.vn',
  };
  const wrong: [Record<string, string>, RegExp][] = [
    [{ DVK_OFFICE_NAME: ' ' }, /^--office \(DVK_OFFICE_NAME\): There is no answer/],
    [{ DVK_TENANT: 'a/b' }, /^--tenant .*DVK_TENANT is "a\/b"/],
    [{ DATABASE_URL: 'mysql://x:mat-khau@y/z' }, /^--database \(DATABASE_URL\): It must be embedded/],
    [{ DVK_PUBLIC_URL: 'http://dvk.tinh.example' }, /^--public-url .* the https address by which browsers/],
    [{ DVK_ISSUER: 'sso' }, /^--issuer .*"sso" must be the https address/],
    [{ DVK_STORAGE: 'cloud' }, /^--storage .*"cloud" must be dir or s3/],
    [{ DVK_MAIL_SERVER: 'mail.tinh.example' }, /^--mail .*DVK_MAIL_SERVER is "mail.tinh.example"/],
    [{ DVK_MAIL_FROM: 'nobody' }, /^--mail-from .*DVK_MAIL_FROM is "nobody"/],
    [{ DVK_ADMIN: 'x'.repeat(300) }, /^--admin \(DVK_ADMIN\): It must be a line of text/],
  ];
  for (const [changes, message] of wrong)
    await assert.rejects(collect(questions, { ...right, ...changes }, undefined), (error: Error) => {
      assert.match(error.message, message);
      assert.doesNotMatch(error.message, /mat-khau/);
      return true;
    });
  const answers = await collect(questions, right, undefined);
  assert.deepEqual([answers['DVK_PROVINCE'], answers['DVK_TENANT'], answers['DATABASE_URL']], ['80', 'tay-ninh', '']);
});
