import { describe, expect, test } from 'vitest';
import { type State, states } from '../../../../src/story/parse/weigh/label.js';
import { breakInParagraph, endWeight, stepWeight } from '../../../../src/story/parse/weigh/transitions.js';

const nameOf = ({ zone, label }: State) => `${zone} ${label}`;
const at = (name: string): State => {
  const state = states.find((each) => nameOf(each) === name);
  if (state === undefined) throw new Error(`There is no state ${name}.`);
  return state;
};
const step = (from: string, to: string) => stepWeight(at(from), at(to));
const next = (from: string) => states.filter((to) => stepWeight(at(from), to) !== undefined).map(nameOf);

describe('what may follow what in a chapter file', () => {
  test('a file begins above its heading, with it, or with its text', () => {
    const first = states.filter((to) => stepWeight(undefined, to) !== undefined).map(nameOf);
    expect(first).toEqual([
      'above story',
      'above data',
      'above note',
      'above furniture',
      'above break',
      'head part',
      'head heading',
      'body text',
      'body closing',
    ]);
  });

  test('text never resumes behind the end notes', () => {
    for (const from of states.filter(({ zone }) => zone === 'end')) {
      expect(next(nameOf(from)).every((to) => to.startsWith('end '))).toBe(true);
    }
  });

  test('nothing goes back to a zone that it has left', () => {
    const order = ['above', 'head', 'below', 'body', 'end'];
    for (const from of states) {
      for (const to of states) {
        if (stepWeight(from, to) !== undefined)
          expect(order.indexOf(to.zone), `${nameOf(from)}, ${nameOf(to)}`).toBeGreaterThanOrEqual(
            order.indexOf(from.zone),
          );
      }
    }
  });

  test('there is one heading, with a part above it and a title below', () => {
    expect(next('head part')).toEqual(['head heading', 'head title']);
    expect(next('head heading').filter((to) => to.startsWith('head'))).toEqual(['head title']);
    expect(next('head title').filter((to) => to.startsWith('head'))).toEqual([]);
    expect(next('below note').filter((to) => to.startsWith('head'))).toEqual([]);
  });

  test('text begins with text, not with a break', () => {
    for (const from of ['above note', 'head heading', 'head title', 'below note', 'below break']) {
      expect(next(from)).toContain('body text');
      expect(next(from)).not.toContain('body break');
    }
  });

  test('a break right before the end notes belongs to them', () => {
    expect(step('body break', 'end end-note')).toBeUndefined();
    expect(step('body text', 'end break')).toBeDefined();
    expect(step('body furniture', 'end end-note')).toBeUndefined();
  });

  test('leaving the text costs something, less behind a closing word', () => {
    expect(step('body text', 'end end-note')).toBeLessThan(0);
    expect(step('body closing', 'end end-note')).toBeGreaterThan(0);
    expect(step('body text', 'body text')).toBe(0);
  });

  test('a file ends with its text or behind it; with its heading hardly, and with notes above no text hardly ever', () => {
    expect(endWeight(at('body text'))).toBe(0);
    expect(endWeight(at('end end-note'))).toBe(0);
    expect(endWeight(at('head heading'))).toBe(-4);
    expect(endWeight(at('below break'))).toBe(-4);
    expect(endWeight(at('below note'))).toBe(-60);
    expect(endWeight(at('above story'))).toBe(-60);
  });

  test('who speaks goes on speaking, also on the far side of a rule', () => {
    expect(step('above note', 'above note')).toBeGreaterThan(0);
    expect(step('end end-note', 'end end-note')).toBeGreaterThan(0);
    expect(step('end break', 'end end-note')).toBeGreaterThan(0);
    expect(step('above note', 'above break')).toBeGreaterThan(0);
    expect(step('above break', 'above note')).toBe(0);
  });
});

test('a line is most likely what the line above it in its paragraph is; a heading or a break may stand anywhere', () => {
  const within = (from: string, to: string) => breakInParagraph(at(from), at(to));
  expect(within('body text', 'end end-note')).toBeLessThan(0);
  expect(within('above note', 'above data')).toBeLessThan(0);
  expect(within('above note', 'above note')).toBe(0);
  expect(within('above data', 'head heading')).toBe(0);
  expect(within('head heading', 'body text')).toBe(0);
  expect(within('body text', 'body break')).toBe(0);
  expect(within('body break', 'body text')).toBe(0);
});
