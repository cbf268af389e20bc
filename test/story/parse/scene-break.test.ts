import { describe, expect, test } from 'vitest';
import { breakCertainty, isSceneBreak } from '../../../src/story/parse/scene-break.js';

describe('how surely a line is a scene break', () => {
  test.each([
    ['***', 1],
    ['* * *', 1],
    ['\\* \\* \\*', 1],
    ['---', 1],
    ['~*~', 1],
    ['oOo', 1],
    ['o0o', 1],
    ['xXx', 1],
    ['⁂', 1],
    ['#', 1],
    ['❦', 1],
    ['-- line break --', 1],
    ['[scene break]', 1],
    ['LINE BREAK', 1],
    ['<hr>', 1],
    ['. . . .', 0.9],
    ['HPHPHPHP', 0.9],
    ['🌙🌙🌙', 0.95],
    ['🌙🌊🐚', 0.7],
    ['🌙', 0.4],
    ['**', 0.8],
    ['~TW~', 0.75],
    ['xxx', 0.6],
  ])('%j: %d', (line, certainty) => {
    expect(breakCertainty(line)).toBe(certainty);
    expect(isSceneBreak(line)).toBe(certainty === 1);
  });

  test.each([
    '',
    '...',
    '…',
    '?!',
    ':)',
    '<3',
    'xoxo',
    'oxox',
    'ooo',
    '000',
    '1000',
    '*thud*',
    'No.',
    '"—"',
    'She said ***',
    'break a leg, she said',
  ])('%j is none', (line) => {
    expect(breakCertainty(line)).toBe(0);
  });

  test('a long row is none, and does not take long', () => {
    expect(breakCertainty('*'.repeat(120))).toBe(1);
    expect(breakCertainty('*'.repeat(121))).toBe(0);
    const start = performance.now();
    for (const sign of ['~ ', 'oO', 'HP', '- a ', '<br>', '🌙']) breakCertainty(sign.repeat(100_000));
    expect(performance.now() - start).toBeLessThan(500);
  });
});
