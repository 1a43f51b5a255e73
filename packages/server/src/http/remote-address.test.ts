import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { callerAddress } from './remote-address.ts';

const peer = '192.0.2.1';

describe('whose request it is', () => {
  test('the peer, whatever it says of itself, where no proxy is trusted', () => {
    assert.equal(callerAddress('203.0.113.9', peer, 0), peer);
    assert.equal(callerAddress(null, undefined, 0), undefined);
  });

  test('whom the outermost trusted proxy names: what stands before is anybody’s word', () => {
    assert.equal(callerAddress('198.51.100.7, 203.0.113.9', peer, 1), '203.0.113.9');
    assert.equal(callerAddress('198.51.100.7, 203.0.113.9, 10.0.0.2', peer, 2), '203.0.113.9');
    for (const header of [null, '', 'unknown', '203.0.113.9, x', 'a'.repeat(8000)]) {
      assert.equal(callerAddress(header, peer, 1), peer, String(header));
    }
    assert.equal(callerAddress('203.0.113.9', peer, 2), peer);
  });

  test('a port does not make it another caller', () => {
    assert.equal(callerAddress('203.0.113.9:50123', peer, 1), '203.0.113.9');
    assert.equal(callerAddress('[2001:db8::1]:50123', peer, 1), '2001:db8:0:0::/64');
    assert.equal(callerAddress('[2001:db8::1]', peer, 1), '2001:db8:0:0::/64');
  });

  test('an IPv6 network is one caller, however an address in it is written', () => {
    const same = ['2001:db8:0:1::1', '2001:DB8:0000:0001:ffff::', '2001:db8::1:2:3:4:5', '2001:db8:0:1:2:3:4:5'];
    for (const address of same) assert.equal(callerAddress(null, address, 0), '2001:db8:0:1::/64');
    assert.notEqual(callerAddress(null, '2001:db8:0:2::1', 0), '2001:db8:0:1::/64');
    assert.equal(callerAddress(null, '::1', 0), '0:0:0:0::/64');
    assert.equal(callerAddress(null, '::ffff:192.0.2.1', 0), peer);
    assert.equal(callerAddress(null, 'fe80::1%eth0', 0), 'fe80:0:0:0::/64');
  });
});
