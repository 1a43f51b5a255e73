import { assert } from '@open-wc/testing';
import { trackingLink } from '@dvk/sdk/cases';
import {
  closeCase,
  forgetCase,
  linkToCase,
  openCase,
  openedCase,
  rememberCase,
  rememberedCases,
} from './known-cases.ts';

const keys = { code: 'PA-261123-0042-E', secret: 'K7QM-3TXA-9FHD-2WVE' };
const known = { ...keys, title: 'Đèn đường hỏng', receivedAt: '2026-11-23T01:00:00Z' };
const address = location.href;

describe('known cases', () => {
  afterEach(() => {
    forgetCase();
    closeCase();
    history.replaceState(null, '', address);
  });

  it('are remembered, newest first and each once, until they are forgotten', () => {
    const other = { ...known, code: 'PA-261123-0043-1' };
    assert.isTrue(rememberCase(known));
    rememberCase(other);
    rememberCase({ ...known, title: 'Đèn đường hỏng ở ngõ mẫu' });
    assert.deepEqual(
      rememberedCases().map(({ code, title }) => [code, title]),
      [
        [known.code, 'Đèn đường hỏng ở ngõ mẫu'],
        [other.code, 'Đèn đường hỏng'],
      ],
    );
    forgetCase(known.code);
    assert.deepEqual(rememberedCases(), [other]);
    forgetCase();
    assert.deepEqual(rememberedCases(), []);
    assert.notInclude(JSON.stringify(localStorage), known.secret);
  });

  it('are few, and only what was stored as such', () => {
    for (let at = 0; at < 30; at++) rememberCase({ ...known, code: `PA-${at}` });
    assert.lengthOf(rememberedCases(), 20);
    for (const stored of ['{', '{"a":1}', '[null,1,{"code":"x"}]']) {
      localStorage.setItem('dvk-remembered-cases', stored);
      assert.deepEqual(rememberedCases(), []);
    }
  });

  it('say where the browser keeps nothing', () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      assert.isFalse(rememberCase(known));
      assert.isFalse(openCase(keys));
    } finally {
      Storage.prototype.setItem = setItem;
    }
    assert.isUndefined(openedCase());
  });

  it('open in the tab, again after a reload, until they are closed', () => {
    openCase(keys);
    assert.deepEqual(openedCase(), keys);
    assert.deepEqual(openedCase(), keys);
    closeCase();
    assert.isUndefined(openedCase());
  });

  it('open once on a shared device', () => {
    openCase(keys, true);
    assert.deepEqual(openedCase(), keys);
    assert.isUndefined(openedCase());
    assert.notInclude(JSON.stringify(sessionStorage), keys.secret);
  });

  it('open from a link, which leaves the address as it was', () => {
    openCase({ ...keys, code: 'PA-261123-0043-1' });
    history.replaceState({ page: 1 }, '', linkToCase('?tab=2#tra-cuu', keys));
    assert.include(location.hash, keys.secret);
    assert.deepEqual(openedCase(), keys);
    assert.equal(location.hash, '#tra-cuu');
    assert.include(location.search, 'tab=2');
    assert.deepEqual(history.state, { page: 1 });
    history.replaceState(null, '', trackingLink(location.pathname, keys));
    assert.deepEqual(openedCase(), keys);
    assert.notInclude(location.href, '#');
  });
});
