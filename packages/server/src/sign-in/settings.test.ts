import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { SettingsFault } from '../startup/settings-fault.ts';
import { signInSettings } from './settings.ts';

describe('settings of sign-in', () => {
  let folder: string;
  let file: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dvk-issuers-'));
    file = join(folder, 'issuers.json');
    await writeFile(join(folder, 'secret'), 'mat-khau\n');
    await writeFile(join(folder, 'empty'), '\n');
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const staff = {
    key: 'can-bo',
    label: 'Tài khoản cán bộ',
    issuer: 'https://sso.example',
    audience: 'urn:dvk:api',
    signsIn: 'staff',
    claims: { roles: 'realm_access.roles' },
    roleNames: { 'thu-ky': 'secretariat' },
    plainSubjects: true,
  };
  const citizens = {
    key: 'nguoi-dan',
    label: 'Tài khoản định danh',
    issuer: 'https://id.example',
    signsIn: 'citizens',
    clockSkew: 60,
    client: { id: 'dvk', secretFile: 'secret', scope: 'openid', claimsFrom: 'userinfo', strongAcr: ['muc-2'] },
  };
  async function read(issuers: unknown, environment: Record<string, string> = {}) {
    await writeFile(file, typeof issuers === 'string' ? issuers : JSON.stringify({ issuers }));
    return signInSettings({ DVK_ISSUERS_FILE: file, DVK_PUBLIC_URL: 'https://dvk.example/dvk', ...environment });
  }

  test('a file lists issuers: whose tokens are taken, and who is led where', async () => {
    const { tokens, signIn } = await read([staff, citizens]);
    assert.deepEqual(tokens, [
      {
        issuer: 'https://sso.example',
        audience: 'urn:dvk:api',
        claims: { roles: 'realm_access.roles' },
        roleNames: { 'thu-ky': 'secretariat' },
        signsIn: 'staff',
      },
    ]);
    assert.equal((signIn!.address as URL).href, 'https://dvk.example/dvk/');
    assert.deepEqual(signIn!.issuers, [
      {
        key: 'nguoi-dan',
        label: 'Tài khoản định danh',
        issuer: 'https://id.example',
        claims: {},
        roleNames: {},
        signsIn: 'citizens',
        namespace: 'nguoi-dan',
        clockSkew: 60,
        client: { id: 'dvk', secret: 'mat-khau', scope: 'openid' },
        claimsFrom: 'userinfo',
        strongAcr: ['muc-2'],
      },
    ]);
  });

  test('the issuer of the environment keeps the names of its people; those of the file are told apart', async () => {
    const { tokens } = await read([{ ...staff, plainSubjects: false }], {
      DVK_ISSUER: 'https://cu.example',
      DVK_AUDIENCE: 'urn:dvk:api',
    });
    assert.deepEqual(
      tokens.map(({ issuer, namespace, keys }) => [issuer, namespace, keys]),
      [
        ['https://cu.example', undefined, undefined],
        ['https://sso.example', 'can-bo', undefined],
      ],
    );
  });

  test('the environment alone makes sessions, too', async () => {
    const { tokens, signIn } = await signInSettings({
      DVK_ISSUER: 'https://sso.example/realms/tinh',
      DVK_CLIENT_ID: 'dvk',
      DVK_CLIENT_SECRET_FILE: join(folder, 'secret'),
      DVK_PUBLIC_URL: 'http://localhost:8080',
      DVK_SESSION_IDLE: '30',
    });
    assert.deepEqual(tokens, []);
    const [issuer] = signIn!.issuers;
    assert.deepEqual([issuer!.key, issuer!.label, issuer!.client.secret], ['default', 'sso.example', 'mat-khau']);
    assert.deepEqual([signIn!.idle, signIn!.lifetime], [30, 720]);
  });

  test('what cannot be used is named in both languages, with its place', async () => {
    const wrong: [unknown, RegExp, RegExp][] = [
      ['{', /không phải JSON đọc được/, /is no JSON/],
      [[], /mục issuers: không được để trống/, /at issuers: must not be empty/],
      [
        [{ ...staff, key: 'Cán bộ' }],
        /mục issuers\[0\]\.key: phải gồm chữ thường/,
        /at issuers\[0\]\.key: must be small/,
      ],
      [[{ ...staff, label: undefined }], /issuers\[0\]\.label: còn thiếu/, /is missing/],
      [[{ ...staff, rolenames: {} }], /không có trong cách viết của tệp: "rolenames"/, /"rolenames"/],
      [[{ ...staff, signsIn: 'ai' }], /phải là một trong: staff, citizens, everyone/, /must be one of: staff/],
      [
        [{ ...staff, roleNames: { x: 'admin' } }],
        /roleNames\.x: phải là một trong: citizen/,
        /must be one of: citizen/,
      ],
      [[{ ...staff, clockSkew: 301 }], /từ 0 đến 300 giây/, /from 0 to 300 seconds/],
      [[{ ...staff, clockSkew: '1' }], /phải là kiểu number/, /must be of type number/],
      [[{ ...staff, issuer: 'http://sso.example' }], /phải là địa chỉ https/, /must be an https address/],
      [[{ ...staff, audience: undefined }], /cần "audience"/, /needs "audience"/],
      [[staff, { ...citizens, key: 'can-bo' }], /cùng "key": "can-bo"/, /the same "key": "can-bo"/],
      [[staff, { ...citizens, plainSubjects: true }], /chỉ một dịch vụ được như vậy/, /only one may/],
      [[staff, { ...citizens, issuer: staff.issuer }], /khai báo hai lần/, /is given twice/],
      [
        [{ ...citizens, client: { id: 'x', secretFile: 'no' } }],
        /không mở được tệp .*no \(ENOENT\)/,
        /cannot be opened/,
      ],
      [[{ ...citizens, client: { id: 'x', secretFile: 'empty' } }], /empty trống/, /empty is empty/],
    ];
    for (const [issuers, vi, en] of wrong) {
      await assert.rejects(read(issuers), (fault) => {
        assert.ok(fault instanceof SettingsFault, String(fault));
        assert.match(fault.text.vi, vi);
        assert.match(fault.text.en, en);
        return true;
      });
    }
    const addresses = ['', 'dvk.example', 'http://dvk.example', 'https://dvk.example/?a=1'];
    for (const address of addresses)
      await assert.rejects(read([citizens], { DVK_PUBLIC_URL: address }), /^SettingsFault: DVK_PUBLIC_URL is/);
    await assert.rejects(signInSettings({ DVK_ISSUERS_FILE: join(folder, 'no') }), /cannot be opened \(ENOENT\)/);
    await assert.rejects(signInSettings({ DVK_ISSUER: 'urn:x', DVK_AUDIENCE: 'a' }), /must be an https address/);
  });
});
