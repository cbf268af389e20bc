import { describe, expect, it } from 'vitest';
import { type LineLook, lineLook } from '../../../src/story/parse/line-look.js';

const looks: Readonly<Record<LineLook, readonly string[]>> = {
  title: [
    'The Ferry at Dusk',
    'LOW WATER',
    'What the River Took',
    'Wren',
    'El Río',
    'Die Fähre',
    'Le Bac de la Nuit',
    'Паром',
    'Who Rowed Home?',
  ],
  short: [
    'the ferry at dusk',
    'El transbordador de noche',
    'Die lange Nacht am alten Fluss',
    'Ночной паром',
    '渡し舟',
    '渡船',
    '나룻배',
    'العبّارة الأخيرة',
    'המעבורת האחרונה',
    'เรือข้ามฟาก',
  ],
  unclear: [
    'London, 1888',
    '12:30',
    '3 March',
    '3. März',
    'le 3 mars',
    '3 de marzo',
    '3 марта',
    '三月三日',
    '3월 3일',
    'Monday',
    'Montag',
    'lundi',
    'понедельник',
    'Two weeks later',
    'Zwei Wochen später',
    'Deux semaines plus tard',
    'Dos semanas después',
    '2 недели спустя',
    'For Wren',
  ],
  prose: [
    'He rowed.',
    'They rowed all night, and in the morning the river was gone.',
    '“Row!”',
    '– Row, she said',
    'Where were they?',
    'он молчал.',
    '彼は黙っていた。',
    '그는 말이 없었다.',
    'لم يقل شيئا.',
    '***',
    '',
  ],
};

describe.each(Object.entries(looks))('a line that looks like %s', (look, lines) => {
  it.each(lines)('%s', (line) => {
    expect(lineLook(line)).toBe(look);
  });
});
