import { describe, expect, it } from 'vitest';
import { sentenceEnds } from '../../src/markup/split/sentences.js';
import { cutMarkdown } from '../../src/markup/split.js';

/** A language, and sentences of it: the text is to be cut between them and nowhere else. */
const sentences: readonly (readonly [string, readonly string[]])[] = [
  [
    'English with titles',
    ['Dr. Hale met Mrs. Vane at 5 p.m. sharp.', 'J. R. Cole kept vol. 2 and No. 7 of it.', 'No.', 'He left.'],
  ],
  ['English speech', ['“Is it over?” she asked.', '“Run!”', 'Nobody ran.', '“I thought—”', 'The door fell shut.']],
  [
    'German',
    [
      '„Komm jetzt!“',
      'Sie kam nicht.',
      '»Wohin?« fragte er.',
      'Das war, z. B. im Mai, ihr Haus.',
      '»Nirgends.«',
      'Still.',
    ],
  ],
  ['French', ['« Tu viens ? » demanda-t-elle.', '« Non. »', 'Il resta là…', '— Alors adieu !', 'Elle partit.']],
  ['Spanish', ['—¿Vienes? —preguntó ella.', '—No.', '¡Qué noche!', '«Nunca más», pensó la Sra. Ruiz.', '¿Y ahora?']],
  ['Polish', ['– Idziesz? – zapytała.', '– Nie.', '„Nigdy więcej.”', 'Noc była cicha.']],
  ['Russian', ['— Ты идёшь? — спросила она.', '— Нет.', '«Никогда больше».', 'Ночь была тихой…', 'Снег шёл.']],
  ['Arabic', ['هل تأتي؟', 'لا.', 'كان الليل هادئا!']],
  ['Urdu', ['کیا تم آؤ گے؟', 'نہیں۔', 'رات خاموش تھی۔']],
  ['Hindi', ['क्या तुम आओगे?', 'नहीं।', 'रात शांत थी॥']],
];

/** The same without spaces between the sentences. */
const eastAsian: readonly (readonly [string, readonly string[]])[] = [
  [
    'Japanese',
    ['雨が降っていた。', '「もう帰ろう。」', '「うん」と彼女は言った。', '本当に？！', '誰も来ない……。', '夜だ。'],
  ],
  ['Chinese', ['雨一直下。', '“走吧！”', '他没有动。', '『你好。』', '夜深了？', '是的。']],
  ['Chinese in bold', ['**「你好。」**', '他笑了。']],
];

describe('the ends of sentences', () => {
  it.each(sentences)('are known in %s', (_name, parts) => {
    expect(partsOf(parts.join(' '))).toEqual(parts);
  });

  it.each(eastAsian)('are known in %s', (_name, parts) => {
    expect(partsOf(parts.join(''))).toEqual(parts);
  });
});

describe('a text without spaces', () => {
  it('is cut between the words of Thai, and inside no grapheme', () => {
    const words = ['เด็ก', 'ผู้หญิง', 'เดิน', 'กลับ', 'บ้าน', 'ใน', 'ตอน', 'กลาง', 'คืน'];
    const text = words.join('').repeat(40);
    const ends = new Set(
      Array.from(new Intl.Segmenter('th', { granularity: 'word' }).segment(text), ({ index }) => index),
    );
    const cuts = cutMarkdown(text, { maxLength: 300 });
    expect(cuts.length).toBeGreaterThan(4);
    for (const { end, boundary } of cuts.slice(0, -1)) {
      expect(boundary).toBe('word');
      expect(ends).toContain(end);
    }
  });

  it('is cut between the words of Japanese, not before what closes', () => {
    const text = '図書館の窓から港の明かりが見えて彼女は静かに本を閉じて立ち上がり'.repeat(12);
    for (const { end, boundary } of cutMarkdown(text, { maxLength: 120 }).slice(0, -1)) {
      expect(boundary).toBe('word');
      expect(text.slice(end - 1, end + 1)).not.toMatch(/図書|彼女|静か/);
    }
  });
});

describe('a sentence', () => {
  it('is left whole where another ends in the second half of the room', () => {
    const short = 'The lamp went out. ';
    const long = `${'and the water rose over the quay and over the road '.repeat(6).trim()}. `;
    const cuts = cutMarkdown(`${short.repeat(16)}${long}${short.repeat(16)}${long}`.trim(), { maxLength: 500 });
    for (const { boundary } of cuts.slice(0, -1)) expect(boundary).toBe('sentence');
  });
});

describe('a stanza', () => {
  const stanza = (name: string): string =>
    [1, 2, 3, 4].map((line) => `The ${name} goes down to the sea, ${line}`).join('\n');

  it('is left whole where it fits', () => {
    const text = [...'abcdefgh'].map(stanza).join('\n\n');
    const cuts = cutMarkdown(text, { maxLength: 400 });
    expect(cuts.slice(0, -1).map(({ boundary }) => boundary)).toEqual(cuts.slice(1).map(() => 'paragraph'));
  });

  it('is cut between its lines where it does not', () => {
    const text = Array.from({ length: 40 }, (_, line) => `The tide goes down to the sea, ${line}`).join('\n');
    for (const { boundary } of cutMarkdown(text, { maxLength: 400 }).slice(0, -1)) expect(boundary).toBe('line');
  });

  it('is left whole though even pieces would take more than one of half the size', () => {
    const long = Array.from({ length: 14 }, (_, line) => `A sonnet has fourteen lines like this one, ${line}`).join(
      '\n',
    );
    const cuts = cutMarkdown([long, long, long].join('\n\n'), { maxLength: 1000 });
    expect(cuts.map(({ text }) => text)).toEqual([long, long, long]);
  });
});

function partsOf(text: string): readonly string[] {
  // The end of the text is the end of a line.
  const ends = sentenceEnds(`${text}\n`, 0, text.length);
  return ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end).trim());
}
