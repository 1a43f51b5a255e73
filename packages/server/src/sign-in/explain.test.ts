import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { refusals, type TokenOptions } from '../auth/index.ts';
import { audience, issuer, newKey, signToken, startIssuer, type TestIssuer } from '../testkit/issuer.ts';
import { refusalTexts } from './explain-texts.ts';
import { explainToken } from './explain.ts';

describe('explaining a token', async () => {
  const key = await newKey('one');
  let sso: TestIssuer;
  let tokens: TokenOptions[];
  before(async () => {
    sso = await startIssuer(key);
    tokens = [
      {
        issuer,
        audience,
        keys: sso.address,
        claims: { roles: 'realm_access.roles' },
        roleNames: { 'thu-ky': 'secretariat' },
      },
    ];
  });
  after(() => sso.close());
  const explain = (token: string, locale: 'vi' | 'en' = 'vi', from = tokens) =>
    explainToken(token, { tokens: from, tenant: 'hue', locale });

  test('says what is understood of it, and nothing of who it names', async () => {
    const token = await signToken(key, {
      sub: 'nguyen-van-a',
      name: 'Nguyễn Văn A',
      email: 'a@example.vn',
      realm_access: { roles: ['thu-ky', 'offline_access'] },
    });
    const { lines, isTaken } = await explain(`Bearer ${token}\n`);
    const text = lines.join('\n');
    assert.ok(isTaken);
    assert.match(text, /Nơi phát hành \(iss\): https:\/\/sso\.example/);
    assert.match(text, /Vai trò ghi trong mục realm_access\.roles: thu-ky, offline_access/);
    assert.match(text, /Được nhận\.\nhiểu là: secretariat \(Bộ phận thường trực\); không có/);
    for (const secret of [token, ...token.split('.'), 'nguyen-van-a', 'Nguyễn Văn A', 'a@example.vn'])
      assert.ok(!text.includes(secret));
    assert.match((await explain(token, 'en')).lines.join('\n'), /It is taken\.\nunderstood as: secretariat/);
  });

  test('says why it is refused, in both languages', async () => {
    const expired = await signToken(key, {}, (jwt) => jwt.setExpirationTime('-5m'));
    const forPortal = await signToken(key, {}, (jwt) => jwt.setAudience('portal'));
    const strange = await signToken(key, {}, (jwt) => jwt.setIssuer('https://khac.example\u001b[2J'));
    const cases: [string, RegExp, RegExp][] = [
      [expired, /Bị từ chối: đã hết hạn\.$/, /refused: it has expired\.$/],
      [
        forPortal,
        /Dành cho \(aud\): portal \(máy chủ chờ: dvk\)[^]*ID token là để cho cổng/,
        /an ID token is for the portal/,
      ],
      [await signToken(key, { tenant: 'da-nang' }), /tỉnh hoặc đảng bộ khác/, /another province/],
      [strange, /khac\.example�\[2J[^]*phải giống từng chữ/, /letter for letter/],
      [await signToken(await newKey('two')), /không khóa nào/, /none of the service’s keys/],
      ['opaque', /không phải JWT/, /is no JWT/],
    ];
    for (const [token, vi, en] of cases) {
      for (const [locale, pattern] of [
        ['vi', vi],
        ['en', en],
      ] as const) {
        const { lines, isTaken } = await explain(token, locale);
        assert.match(lines.join('\n'), pattern);
        assert.ok(!isTaken);
      }
    }
    assert.deepEqual(Object.keys(refusalTexts).toSorted(), Object.keys(refusals).toSorted());
  });

  test('says what is missing on the side of the server', async () => {
    assert.match((await explain('x', 'vi', [])).lines.join(''), /chưa nhận token của ai/);
    const lost = [{ ...tokens[0]!, keys: new URL('http://127.0.0.1:1/jwks') }];
    assert.match((await explain(await signToken(key), 'vi', lost)).lines.join('\n'), /không đọc được khóa/);
  });
});
