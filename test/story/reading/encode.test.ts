import { expect, test } from 'vitest';
import { encodeAs, oldEncodings } from './encode.js';

test('writes letters as the encodings have them', () => {
  expect([...encodeAs('Ж', 'windows-1251')]).toEqual([0xc6]);
  expect([...encodeAs('ż', 'windows-1250')]).toEqual([0xbf]);
  expect([...encodeAs('–', 'windows-1252')]).toEqual([0x96]);
  expect([...encodeAs('あ', 'shift_jis')]).toEqual([0x82, 0xa0]);
  expect([...encodeAs('中', 'gb18030')]).toEqual([0xd6, 0xd0]);
  expect([...encodeAs('가', 'euc-kr')]).toEqual([0xb0, 0xa1]);
});

test('keeps line ends and plain letters in all of them', () => {
  for (const encoding of oldEncodings)
    expect(Buffer.from(encodeAs('a 1\r\n\t~', encoding)).toString('latin1')).toBe('a 1\r\n\t~');
});

test('refuses what an encoding does not have, so that no case holds a question mark by mistake', () => {
  expect(() => encodeAs('Ж', 'windows-1252')).toThrow('windows-1252 has no "Ж".');
});
