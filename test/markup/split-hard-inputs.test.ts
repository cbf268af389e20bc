import { describe, expect, it } from 'vitest';
import { cutMarkdown, splitMarkdown } from '../../src/markup/split.js';

/** What it is, the text, and its pieces of at most 60. */
const hardInputs: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'bold',
    '**The rain had not stopped since the morning and nobody went out.**',
    ['**The rain had not stopped since**', '**the morning and nobody went out.**'],
  ],
  [
    'italic star',
    '*The rain had not stopped since the morning and nobody went out.*',
    ['*The rain had not stopped since*', '*the morning and nobody went out.*'],
  ],
  [
    'italic underscore',
    '_The rain had not stopped since the morning and nobody went out._',
    ['_The rain had not stopped since_', '_the morning and nobody went out._'],
  ],
  [
    'underline',
    '__The rain had not stopped since the morning and nobody went out.__',
    ['__The rain had not stopped since__', '__the morning and nobody went out.__'],
  ],
  [
    'strike',
    '~~The rain had not stopped since the morning and nobody went out.~~',
    ['~~The rain had not stopped since~~', '~~the morning and nobody went out.~~'],
  ],
  [
    'spoiler',
    '||The rain had not stopped since the morning and nobody went out.||',
    ['||The rain had not stopped since||', '||the morning and nobody went out.||'],
  ],
  [
    'bold italic',
    '***The rain had not stopped since the morning and nobody went out.***',
    ['***The rain had not stopped since***', '***the morning and nobody went out.***'],
  ],
  [
    'italic in bold',
    '**The rain *had not stopped since the morning* and nobody went out.**',
    ['**The rain *had not stopped since***', '***the morning* and nobody went out.**'],
  ],
  [
    'bold in italic',
    '*The rain **had not stopped since the morning** and nobody went out.*',
    ['*The rain **had not stopped since***', '***the morning** and nobody went out.*'],
  ],
  [
    'bold ends italic goes on',
    '*The rain had **not** stopped since the morning, and nobody went out.*',
    ['*The rain had **not** stopped since*', '*the morning, and nobody went out.*'],
  ],
  [
    'both end together',
    'The rain **had not *stopped since the morning, and nobody went out.***',
    ['The rain **had not *stopped since***', '***the morning, and nobody went out.***'],
  ],
  [
    'spoiler over paragraphs',
    '||The rain had not stopped.\n\nNobody went out that day, or the day after.||',
    ['||The rain had not stopped.||', '||Nobody went out that day, or the day after.||'],
  ],
  [
    'spoiler with quote',
    '||The rain had not stopped.\n> Nobody went out that day, or the day after it.\nSo it was.||',
    ['||The rain had not stopped.\n> Nobody went out||', '> ||that day, or the day after it.||\n||So it was.||'],
  ],
  [
    'underlined italics',
    '__*The rain had not stopped since the morning, nobody went out.*__',
    ['__*The rain had not stopped since*__', '__*the morning, nobody went out.*__'],
  ],
  [
    'quote',
    '> The rain had not stopped since the morning, and nobody went out.',
    ['> The rain had not stopped since', '> the morning, and nobody went out.'],
  ],
  [
    'quote lines',
    '> The rain had not stopped since the morning.\n> Nobody went out that day.',
    ['> The rain had not stopped since the morning.', '> Nobody went out that day.'],
  ],
  [
    'quote rest',
    '>>> The rain had not stopped since the morning.\nNobody went out that day.',
    ['>>> The rain had not stopped since the morning.', '>>> Nobody went out that day.'],
  ],
  [
    'bold over quoted lines',
    '> **The rain had not stopped since the morning.\n> Nobody went out that day.**',
    ['> **The rain had not stopped since the morning.**', '> **Nobody went out that day.**'],
  ],
  [
    'empty quoted line',
    '> The rain had not stopped since the morning.\n> \n> Nobody went out that day.',
    ['> The rain had not stopped since the morning.', '> Nobody went out that day.'],
  ],
  [
    'fence',
    '```js\nconst rain = true;\nconst sun = false;\nconst wind = "none at all";\n```',
    ['```js\nconst rain = true;\nconst sun = false;\n```', '```js\nconst wind = "none at all";\n```'],
  ],
  [
    'fence indent',
    '```\nif (rain) {\n    stay(at, home);\n    read(aBook);\n    drinkTea();\n}\n```',
    ['```\nif (rain) {\n    stay(at, home);\n```', '```\nread(aBook);\n    drinkTea();\n}\n```'],
  ],
  [
    'fence with ticks',
    '```md\nUse `code` or ``more`` of it.\nThen use `code` or ``more`` again.\n```',
    ['```md\nUse `code` or ``more`` of it.\n```', '```md\nThen use `code` or ``more`` again.\n```'],
  ],
  [
    'fence in quote',
    '> ```js\n> const rain = true;\n> const sun = false;\n> const wind = 1234;\n> ```',
    ['> ```js\n> const rain = true;\n> const sun = false;\n> ```', '> ```js\n> const wind = 1234;\n> ```'],
  ],
  [
    'inline code',
    'Type `the rain had not stopped since the morning and nobody went` out.',
    ['Type `the rain had not stopped since`', '`the morning and nobody went` out.'],
  ],
  [
    'double ticks',
    'Type ``the rain `had` not stopped since the morning and nobody went`` out.',
    ['Type ``the rain `had` not stopped since``', '``the morning and nobody went`` out.'],
  ],
  [
    'heading long',
    '## The rain had not stopped since the morning and nobody went out at all',
    ['## The rain had not stopped since the', '## morning and nobody went out at all'],
  ],
  [
    'heading kept with its text',
    'The rain had not stopped since morning.\n## Later\nNobody went out that day at all.',
    ['The rain had not stopped since morning.', '## Later\nNobody went out that day at all.'],
  ],
  [
    'subtext',
    '-# The rain had not stopped since the morning and nobody went out at all',
    ['-# The rain had not stopped since the', '-# morning and nobody went out at all'],
  ],
  [
    'list numbers',
    '7. The rain had not stopped.\n8. Nobody went out that day.\n9. So it was, and so it is.',
    ['7. The rain had not stopped.', '8. Nobody went out that day.\n9. So it was, and so it is.'],
  ],
  [
    'list all ones',
    '1. The rain had not stopped.\n1. Nobody went out that day.\n1. So it was, and so it is.',
    ['1. The rain had not stopped.', '2. Nobody went out that day.\n1. So it was, and so it is.'],
  ],
  [
    'bullets',
    '- The rain had not stopped.\n- Nobody went out that day.\n  - So it was, and so it is.',
    ['- The rain had not stopped.', '- Nobody went out that day.\n  - So it was, and so it is.'],
  ],
  [
    'snake case',
    'The snake_case_words of the_old_manual stay_as_they_are in every_piece of it.',
    ['The snake_case_words of the_old_manual', 'stay_as_they_are in every_piece of it.'],
  ],
  [
    'product',
    'They counted 2 * 3 * 4 and then 5 * 6 * 7 and then went on to 8 * 9 * 10 at last.',
    ['They counted 2 * 3 * 4 and then 5 * 6 * 7', 'and then went on to 8 * 9 * 10 at last.'],
  ],
  [
    'escaped',
    '\\*The rain\\* had \\_not\\_ stopped since the morning, and \\*\\*nobody\\*\\* went out.',
    ['\\*The rain\\* had \\_not\\_ stopped since', 'the morning, and \\*\\*nobody\\*\\* went out.'],
  ],
  [
    'escaped at cut',
    'The rain had not stopped since the morning and nobody went \\*out\\* that day.',
    ['The rain had not stopped since the', 'morning and nobody went \\*out\\* that day.'],
  ],
  [
    'trailing backslash',
    '**The rain had not stopped since the morning and nobody \\\nwent out that day.**',
    ['**The rain had not stopped since the**', '**morning and nobody \\\nwent out that day.**'],
  ],
  [
    'lone star',
    'The rain had * not stopped since the morning and nobody went out *that day.',
    ['The rain had * not stopped since the', 'morning and nobody went out *that day.'],
  ],
  [
    'lone double star',
    'The rain had **not stopped since the morning and nobody went out that day.',
    ['The rain had **not stopped since the', 'morning and nobody went out that day.'],
  ],
  [
    'empty emphasis',
    'The rain **** had ____ not ~~~~ stopped |||| since the morning, and nobody went.',
    ['The rain **** had ____ not ~~~~ stopped', '|||| since the morning, and nobody went.'],
  ],
  [
    'star run',
    '**********************************************************************************************************************************',
    [
      '*******************************************',
      '*******************************************',
      '********************************************',
    ],
  ],
  [
    'open brackets',
    '[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[',
    [
      '[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[',
      '[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[',
      '[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[',
    ],
  ],
  [
    'quote run',
    '>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>',
    [
      '>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>',
      '>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>',
      '>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>',
    ],
  ],
  [
    'mention at cut',
    'The rain had not stopped since the morning for <@123456789012345678> or anyone.',
    ['The rain had not stopped since the morning', 'for <@123456789012345678> or anyone.'],
  ],
  [
    'emoji at cut',
    'The rain had not stopped since the morning and <:umbrella:123456789012345678> too.',
    ['The rain had not stopped since the morning', 'and <:umbrella:123456789012345678> too.'],
  ],
  [
    'animated',
    'The rain had not stopped since the mor <a:umbrella:123456789012345678> too.',
    ['The rain had not stopped since the mor', '<a:umbrella:123456789012345678> too.'],
  ],
  [
    'time at cut',
    'The rain had not stopped since the morning of <t:1700000000:F> or so they said.',
    ['The rain had not stopped since the morning', 'of <t:1700000000:F> or so they said.'],
  ],
  [
    'command at cut',
    'The rain had not stopped since the morning, use </read chapter:123456789012345678> now.',
    ['The rain had not stopped since the morning,', 'use </read chapter:123456789012345678> now.'],
  ],
  [
    'channel',
    'The rain had not stopped since the morning in the <#123456789012345678> at all.',
    ['The rain had not stopped since the morning', 'in the <#123456789012345678> at all.'],
  ],
  [
    'link at cut',
    'The rain had not stopped [since the morning](https://rain.example/a) and nobody went.',
    ['The rain had not stopped', '[since the morning](https://rain.example/a) and nobody went.'],
  ],
  [
    'link parens',
    'The rain had not stopped in [the town](https://rain.example/a_(town)_b) that day.',
    ['The rain had not stopped in', '[the town](https://rain.example/a_(town)_b) that day.'],
  ],
  [
    'long label',
    '[The rain had not stopped since the morning and nobody went out](https://a.example)',
    ['[The rain had not stopped since the](https://a.example)', '[morning and nobody went out](https://a.example)'],
  ],
  [
    'bare link',
    'The rain had not stopped since the morning: https://rain.example/a_b_c*d*e/2026.',
    ['The rain had not stopped since the morning:', 'https://rain.example/a_b_c*d*e/2026.'],
  ],
  [
    'long link',
    'https://rain.example/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    ['https://rain.example/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'],
  ],
  [
    'long target',
    '[rain](https://rain.example/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) and so on and so forth for a while.',
    [
      '[rain](https://rain.example/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
      'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa)',
      'and so on and so forth for a while.',
    ],
  ],
  [
    'long word',
    '**aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa**',
    [
      '**aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa**',
      '**aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa**',
    ],
  ],
  ['flags', '🇩🇪🇫🇷🇮🇹🇪🇸🇵🇱🇨🇿🇦🇹🇨🇭🇧🇪🇳🇱🇩🇰🇸🇪🇳🇴🇫🇮🇪🇪🇱🇻🇱🇹', ['🇩🇪🇫🇷🇮🇹🇪🇸🇵🇱🇨🇿🇦🇹🇨🇭', '🇧🇪🇳🇱🇩🇰🇸🇪🇳🇴🇫🇮🇪🇪🇱🇻🇱🇹']],
  [
    'families',
    '👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦',
    ['👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦'],
  ],
  [
    'skin tones',
    '🧜🏽‍♀️🧜🏽‍♀️🧜🏽‍♀️🧜🏽‍♀️🧜🏽‍♀️🧜🏽‍♀️🧜🏽‍♀️🧜🏽‍♀️🧜🏽‍♀️🧜🏽‍♀️🧜🏽‍♀️🧜🏽‍♀️',
    ['🧜🏽‍♀️🧜🏽‍♀️🧜🏽‍♀️🧜🏽‍♀️🧜🏽‍♀️🧜🏽‍♀️', '🧜🏽‍♀️🧜🏽‍♀️🧜🏽‍♀️🧜🏽‍♀️🧜🏽‍♀️🧜🏽‍♀️'],
  ],
  [
    'combining',
    'e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301',
    [
      'e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301',
      'e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301',
    ],
  ],
  [
    'cjk',
    '雨は朝から止まなかった。誰も外に出なかった。彼女は窓のそばに座って、灯りが消えるのを待っていた。夜になっても雨は続き、誰も来なかった。',
    [
      '雨は朝から止まなかった。誰も外に出なかった。彼女は窓のそばに座って、灯りが消えるのを待っていた。',
      '夜になっても雨は続き、誰も来なかった。',
    ],
  ],
  [
    'chinese bold',
    '**那一年的秋天，雨从早上就没有停过，谁也没有出去，她坐在窗边等着灯熄灭，一直等到夜里，雨还在下，没有人来，也没有人走，只有雨声。**',
    [
      '**那一年的秋天，雨从早上就没有停过，谁也没有出去，她坐在窗边等着灯熄灭，**',
      '**一直等到夜里，雨还在下，没有人来，也没有人走，只有雨声。**',
    ],
  ],
  [
    'arabic',
    'لم يتوقف المطر منذ الصباح ولم يخرج أحد من البيت. جلست قرب النافذة تنتظر أن ينطفئ المصباح.',
    ['لم يتوقف المطر منذ الصباح ولم يخرج أحد من البيت.', 'جلست قرب النافذة تنتظر أن ينطفئ المصباح.'],
  ],
  [
    'hebrew',
    'הגשם לא פסק מהבוקר ואיש לא יצא מהבית. היא ישבה ליד החלון וחיכתה שהאור יכבה בחוץ.',
    ['הגשם לא פסק מהבוקר ואיש לא יצא מהבית.', 'היא ישבה ליד החלון וחיכתה שהאור יכבה בחוץ.'],
  ],
  [
    'nbsp',
    'The rain had not stopped since the morning for Mr.\u00a0and\u00a0Mrs.\u00a0Underhill of Ash Lane.',
    ['The rain had not stopped since the morning', 'for Mr.\u00a0and\u00a0Mrs.\u00a0Underhill of Ash Lane.'],
  ],
  [
    'zero width',
    'The rain had not stopped since the morning\u200band\u200bnobody\u200bwent\u200bout\u200bthat day.',
    ['The rain had not stopped since the', 'morning\u200band\u200bnobody\u200bwent\u200bout\u200bthat day.'],
  ],
  [
    'crlf',
    'The rain had not stopped.\r\n\r\nNobody went out that day, or the next.\r\nSo it was.',
    ['The rain had not stopped.', 'Nobody went out that day, or the next.\nSo it was.'],
  ],
  [
    'lone surrogate',
    'The rain had \ud83c not stopped since the morning and \ude00 nobody went out.',
    ['The rain had � not stopped since', 'the morning and � nobody went out.'],
  ],
  [
    'scene',
    'The rain had not stopped.\n\n⁂\n\nNobody went out that day, or the next day.',
    ['The rain had not stopped.', '⁂\n\nNobody went out that day, or the next day.'],
  ],
  [
    'speech whole',
    '“The rain has stopped. Go out,” he said. “No,” she said. “It is cold. I stay.” So they did.',
    ['“The rain has stopped. Go out,” he said.', '“No,” she said. “It is cold. I stay.” So they did.'],
  ],
  [
    'speech tag',
    '“Has the rain stopped since the morning already?” he asked. Nobody there had looked.',
    ['“Has the rain stopped since the morning already?” he asked.', 'Nobody there had looked.'],
  ],
  [
    'abbreviation',
    'The rain had not stopped, said old Mr. Underhill of Ash Lane. Nobody went out at all.',
    ['The rain had not stopped, said old Mr.', 'Underhill of Ash Lane. Nobody went out at all.'],
  ],
  [
    'year at line start',
    'The rain had not stopped since the spring of that year, 1984. Nobody went out.',
    ['The rain had not stopped since the spring', 'of that year, 1984. Nobody went out.'],
  ],
  [
    'dash at start',
    'The rain had not stopped since the morning - nobody went out - and so it was - long.',
    ['The rain had not stopped since the morning -', 'nobody went out - and so it was - long.'],
  ],
  [
    'html',
    '<b>The rain</b> had not stopped since <i>the morning</i> and &amp; nobody went out.',
    ['<b>The rain</b> had not stopped since <i>the', 'morning</i> and &amp; nobody went out.'],
  ],
  [
    'everyone',
    'The rain had not stopped since the morning, @everyone, and @here nobody went out.',
    ['The rain had not stopped since the morning,', '@everyone, and @here nobody went out.'],
  ],
];

describe('splitMarkdown, cutting to 60', () => {
  it.each(hardInputs)('gets %s right', (_name, text, pieces) => {
    expect(splitMarkdown(text, { maxLength: 60 })).toEqual(pieces);
  });

  it('cuts a single grapheme that is longer than a piece, between code points', () => {
    const pieces = splitMarkdown(`a${'\u0301'.repeat(130)}`, { maxLength: 60 });
    expect(pieces.map((piece) => piece.length)).toEqual([60, 60, 11]);
  });

  it('never tears a surrogate pair, even where two units are all there is', () => {
    expect(splitMarkdown('a😀b', { maxLength: 2 })).toEqual(['a', '😀', 'b']);
  });
});

describe('the place of a cut', () => {
  const sentence = (word: string): string => `The ${word} on the quay went out before the last boat had turned.`;
  const paragraph = (word: string): string => `${sentence(word)} ${sentence('light')} ${sentence('bell')}`;

  it('is rather before a scene break than between paragraphs, and the break goes to the next piece', () => {
    const before = [...'abc'].map(paragraph).join('\n\n');
    const text = `${before}\n\n⁂\n\n${[...'def'].map(paragraph).join('\n\n')}`;
    const [first, second] = cutMarkdown(text, { maxLength: 700 });
    expect(first).toMatchObject({ boundary: 'scene', text: before });
    expect(second?.text).toMatch(/^⁂\n\nThe d/);
  });

  it.each(['* * *', '\\* \\* \\*', '---', '~~~', '◇', '⸻', '***'])('knows %s for a scene break', (mark) => {
    const text = `${paragraph('a')}\n\n${paragraph('b')}\n\n${mark}\n\n${paragraph('c')}\n\n${paragraph('d')}`;
    expect(cutMarkdown(text, { maxLength: 460 })[0]).toMatchObject({ boundary: 'scene' });
  });

  it('is rather between paragraphs than at the end of a line', () => {
    const text = `${paragraph('a')}\n${sentence('b')}\n\n${paragraph('c')}\n${sentence('d')}`;
    expect(cutMarkdown(text, { maxLength: 300 })[0]).toMatchObject({ boundary: 'paragraph' });
  });

  it('is behind the closing quotes of a sentence', () => {
    const text = `“${sentence('lamp')} ${sentence('light')}” ${sentence('bell')} ${sentence('moon')}`;
    const [first] = cutMarkdown(text, { maxLength: 150 });
    expect(first).toMatchObject({ boundary: 'sentence', text: `“${sentence('lamp')} ${sentence('light')}”` });
  });

  it('is rather outside than inside what somebody says', () => {
    const text = `${sentence('lamp')} ${sentence('boat')} “Stay. Go now.” ${sentence('bell')} ${sentence('moon')}`;
    const [first] = cutMarkdown(text, { maxLength: 180 });
    expect(first?.text).toMatch(/(?:”|turned\.)$/);
  });

  it('does not part a question from who asked it', () => {
    const text = `${sentence('lamp')} “Is it over?” she asked, and nobody on the quay said anything to that at all.`;
    for (const { end } of cutMarkdown(text, { maxLength: 90 })) {
      expect(text.slice(end)).not.toMatch(/^ she asked/);
    }
  });

  it('leaves no heading behind', () => {
    const text = `${paragraph('a')}\n\n## Later\n\n${paragraph('b')}`;
    expect(splitMarkdown(text, { maxLength: 220 }).map((piece) => piece.slice(0, 8))).toEqual(['The a on', '## Later']);
  });
});
