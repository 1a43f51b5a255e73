import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fileName } from './file-name.ts';

const star = (name: string) => `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;

describe('fileName', () => {
  it('keeps Vietnamese names, composed', () => {
    assert.equal(fileName(star('Báo cáo quý I.pdf'), 'application/pdf'), 'Báo cáo quý I.pdf');
    assert.equal(fileName(star('Báo cáo.PDF'.normalize('NFD')), 'application/pdf'), 'Báo cáo.pdf');
  });

  it('reads the plain form as well', () => {
    assert.equal(fileName('attachment; filename="a \\"b\\".jpeg"', 'image/jpeg'), 'a _b_.jpeg');
    assert.equal(fileName('attachment; filename=a.png', 'image/png'), 'a.png');
  });

  it('lets the content decide the ending', () => {
    assert.equal(fileName(star('thu.exe'), 'image/jpeg'), 'thu.exe.jpg');
    assert.equal(fileName(star('anh.jpg'), 'image/webp'), 'anh.jpg.webp');
  });

  it('takes the last step of a path, and no hidden file', () => {
    assert.equal(fileName(star('../../etc/passwd'), 'application/pdf'), 'passwd.pdf');
    assert.equal(fileName(star('C:\\fakepath\\ảnh.jpg'), 'image/jpeg'), 'ảnh.jpg');
    assert.equal(fileName(star('.htaccess'), 'image/jpeg'), 'htaccess.jpg');
  });

  it('drops characters that turn the reading direction', () => {
    assert.equal(fileName(star('anh\u202Egpj.exe'), 'image/jpeg'), 'anhgpj.exe.jpg');
  });

  it('gives a name to what has none', () => {
    for (const none of ['', 'attachment', "attachment; filename*=UTF-8''%ff", star('..'), star('.jpg')]) {
      assert.equal(fileName(none, 'image/jpeg'), 'tệp.jpg');
    }
  });

  it('is short, safe and ends as it should, whatever is sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.boolean(), (text, encoded) => {
        const given = encoded ? star(text.toWellFormed()) : `attachment; filename="${text}"`;
        const name = fileName(given, 'image/png');
        assert.match(name, /^[^\p{Cc}/\\<>:"|?*.][^\p{Cc}/\\<>:"|?*]*\.png$/u);
        assert.ok(name.length <= 304);
        assert.equal(name, name.normalize('NFC'));
      }),
    );
  });
});
