import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { proposeChange } from '../../../src/preview/fix/change-file.js';
import { openLibrary } from '../../../src/story/library.js';
import { decodeText } from '../../../src/story/parse/decode-text.js';
import { encodeAs } from './encode-as.js';

const english = 'Chapter 1\n\n“Don’t,” she said—and the café fell silent…\n\nNobody moved.';
const texts: readonly (readonly [string, string])[] = [
  ['windows-1252', english],
  ['windows-1252', 'Chapter 1\n\nThe café was closed that night, and nobody knew why.'],
  ['windows-1252', 'Kapitel 1\n\nDie Straße war nass, und über den Dächern hing Rauch. „Komm“, sagte sie.'],
  ['windows-1252', 'Capítulo 1\n\nLa niña corrió. —¿Dónde estás? —preguntó él.'],
  [
    'windows-1250',
    'Rozdział pierwszy\n\nPadał śnieg. Wzięła płaszcz i wyszła. Była już późna noc, a ulice świeciły pustkami.',
  ],
  ['windows-1251', 'Глава первая\n\nШёл снег. Она забыла перчатки. — Идём, — сказал он.'],
  ['koi8-r', 'Глава первая\n\nШел снег. Она забыла перчатки и стояла у двери. Никто не пришел.'],
  ['shift_jis', '第一章\n\n雪が降っていた。「帰ろう」と姉は言った。誰も動かなかった。'],
  ['euc-jp', '第一章\n\n雪が降っていた。「帰ろう」と姉は言った。誰も動かなかった。'],
  ['gb18030', '第一章\n\n下雪了。姐姐没有回头。“回家吧。”他说。没有人动。'],
  ['big5', '第一章\n\n下雪了。姐姐沒有回頭。「回家吧。」他說。沒有人動。'],
  ['euc-kr', '제1장\n\n눈이 내리고 있었다. 누나는 돌아보지 않았다. 아무도 움직이지 않았다.'],
];

describe('a file that is not UTF-8', () => {
  test.each(texts)('in %s is read: %j', (encoding, text) => {
    expect(decodeText(encodeAs(text, encoding))).toEqual({ ok: true, text, encoding, reading: 'guessed' });
  });

  test.each([
    ['utf-16le', english],
    ['utf-16le', 'Глава первая\n\nШёл снег.\n\nОна ушла.'],
    ['utf-16be', english],
  ])('in %s without its mark is read: %j', (encoding, text) => {
    const bytes = Buffer.from(text, 'utf16le');
    expect(decodeText(encoding === 'utf-16be' ? bytes.swap16() : bytes)).toMatchObject({ text, encoding });
  });

  test('with control characters in every encoding is refused at its line', () => {
    expect(decodeText(Uint8Array.of(0x41, 0x0a, 0xc3, 0x01, 0x81, 0x02))).toMatchObject({ ok: false, line: 2 });
  });

  test('of good UTF-8 with one broken letter is refused, not read as something else', () => {
    const bytes = [...Buffer.from('Один\n\nДва'), 0xd0, ...Buffer.from('\n\nТри')];
    expect(decodeText(Uint8Array.from(bytes))).toEqual({ ok: false, reason: 'encoding', line: 3 });
    const german = 'Für Jürgen war die Brücke müde. Grün blühte es über der Tür.\n\n';
    const mixed = [...Buffer.from(german), ...Buffer.from('Müde.', 'latin1')];
    expect(decodeText(Uint8Array.from(mixed))).toEqual({ ok: false, reason: 'encoding', line: 3 });
  });
});

describe('UTF-8 that was read as Windows-1252 and saved again', () => {
  test.each([
    ['Donâ€™t go to the cafÃ©.', 'Don’t go to the café.'],
    ['â€œGo,â€\u009d she said.', '“Go,” she said.'],
    ['â€œGo,â€ she said.', '“Go,” she said.'],
    ['Ð¨Ñ‘Ð» ÑÐ½ÐµÐ³.', undefined],
  ])('%j becomes %j', (broken, whole) => {
    const expected = whole === undefined ? { text: broken, reading: 'stated' } : { text: whole, reading: 'repaired' };
    expect(decodeText(Buffer.from(broken))).toMatchObject(expected);
  });

  test.each(['“Don’t,” said Zoë, and wrote â€™ on the wall.', 'Âme', 'Île Ð'])('%j stays', (text) => {
    expect(decodeText(Buffer.from(text))).toEqual({ ok: true, text, encoding: 'utf-8', reading: 'stated' });
  });
});

test.each([
  ['{\\rtf1\\ansi Hello}', 'rtf'],
  ['<!DOCTYPE html>\n<p>Hello', 'html'],
  ['\ufeff\n<html lang="en"><body>', 'html'],
  ['<?xml version="1.0"?>\n<html xmlns="x">', 'html'],
  ['PK\u0003\u0004rest', 'zip'],
  ['%PDF-1.7', 'pdf'],
])('%j is no text but %s', (text, format) => {
  expect(decodeText(Buffer.from(text))).toEqual({ ok: false, reason: 'foreign', format });
});

test('a draft that begins with a tag is a text', () => {
  expect(decodeText(Buffer.from('<h1>One</h1>\n<p>Hello.</p>'))).toMatchObject({ ok: true });
});

describe('in the chapters folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'encodings-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('a guessed encoding is told with words that show whether it is right', async () => {
    await writeFile(join(folder, '1.txt'), encodeAs(english, 'windows-1252'));
    const { problems } =
      (await openLibrary(folder, { now: () => new Date(), restMs: 0 })).stories[0]?.chapters[0] ?? {};
    expect(problems).toEqual([
      expect.objectContaining({ severity: 'info', code: 'encoding-guessed', at: { file: '1.txt', line: 1 } }),
    ]);
    expect(problems?.[0]?.message).toBe(
      'It is not UTF-8 and was read as windows-1252: ““Don’t,” she said—and the café fell sile”.',
    );
  });

  test('nothing is written into such a file', async () => {
    const bytes = encodeAs(english, 'windows-1252');
    await writeFile(join(folder, '1.txt'), bytes);
    const change = await proposeChange({
      chaptersDir: folder,
      file: '1.txt',
      change: { kind: 'heading', number: '1', title: 'Snow', chapterKind: 'chapter' },
      lightOf: () => ({}),
    });
    expect(change).toMatchObject({ kind: 'refused' });
    expect(new Uint8Array(await readFile(join(folder, '1.txt')))).toEqual(bytes);
  });
});
