import { describe, expect, it } from 'vitest';
import { chapterLabel, chapterLabelWithin } from '../../src/story/labels.js';
import { aChapter } from '../support/factories.js';

const partTwo = { number: 2, name: 'Part Two' };
const theWeir = { number: 2, name: 'Book 2: The Weir' };

describe('a chapter is called', () => {
  it.each([
    [{ number: 2, title: 'The Gate' }, 'Chapter 2: The Gate'],
    [{ number: 2, title: 'Chapter 2' }, 'Chapter 2'],
    [{ number: 1, title: 'Chapter 10 and after' }, 'Chapter 1: Chapter 10 and after'],
    [{ title: 'The Gate' }, 'The Gate'],
    [{ kind: 'prologue', title: 'Before' }, 'Prologue: Before'],
    [{ kind: 'prologue', title: 'Prologue' }, 'Prologue'],
    [{ number: 3, part: partTwo, title: 'Rain' }, 'Part Two, Chapter 3: Rain'],
    [{ number: 14, part: theWeir, title: 'Chapter 14' }, 'Book 2: The Weir, Chapter 14'],
    [{ number: 3, part: partTwo, title: 'Part Two – Rain' }, 'Part Two, Chapter 3: Rain'],
    [{ part: partTwo, title: 'Part Two' }, 'Part Two'],
    [{ part: partTwo, title: 'Rain' }, 'Part Two, Rain'],
    [{ kind: 'prologue', part: partTwo, title: 'Prologue' }, 'Part Two, Prologue'],
    [{ number: 1, part: { name: 'Spring' }, title: 'Rain' }, 'Spring, Chapter 1: Rain'],
    [{ part: { name: 'Part 👨' }, title: 'Part 👨‍👩‍👧 at home' }, 'Part 👨, Part 👨‍👩‍👧 at home'],
    [{ part: { name: 'Part 👍' }, title: 'Part 👍🏽 given' }, 'Part 👍, Part 👍🏽 given'],
    [{ part: { name: 'The İ' }, title: 'The İ: Rain' }, 'The İ, Rain'],
    [{ number: 10, part: { number: 1 }, title: 'C' }, 'Chapter 1.10: C'],
    [{ number: 10, part: { number: 1 }, title: 'Chapter 1.10' }, 'Chapter 1.10'],
  ] as const)('%j', (chapter, label) => expect(chapterLabel(aChapter(chapter))).toBe(label));
});

describe('where there is little room', () => {
  const chapter = aChapter({ number: 3, part: theWeir, title: 'What the Driver Saw' });

  it('the name of a part goes before the title is cut', () => {
    expect(chapterLabelWithin(chapter, 100)).toBe('Book 2: The Weir, Chapter 3: What the Driver Saw');
    expect(chapterLabelWithin(chapter, 45)).toBe('Book 2, Chapter 3: What the Driver Saw');
    expect(chapterLabelWithin(chapter, 31)).toBe('Chapter 3: What the Driver Saw');
    expect(chapterLabelWithin(chapter, 15)).toBe('Chapter 3: Wha…');
  });

  it('no character is cut in half', () => {
    expect(chapterLabelWithin(aChapter({ title: '🦉🦉🦉🦉' }), 4)).toBe('🦉…');
  });
});
