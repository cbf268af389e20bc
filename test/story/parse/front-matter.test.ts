import { expect, it } from 'vitest';
import { splitFrontMatter } from '../../../src/story/parse/front-matter.js';
import { problemList } from '../../../src/story/parse/problem-list.js';

/** What is said of the front matter of a file. */
function told(front: string): readonly string[] {
  const problems = problemList('lamp/01.md');
  const { body } = splitFrontMatter(`---\n${front}\n---\n\nIt rained.\n`, problems);
  expect(body.trim()).toBe('It rained.');
  return problems.all.map(({ at, code, message }) => `${at.line} ${code}: ${message}`);
}

it('front matter of another tool is told of once, by its fields or, where none can be read, as a whole', () => {
  const end = 'Of it only `published: false` counts, which makes a draft.';
  expect(told('layout: post\nslug: rain')).toEqual([
    expect.stringMatching(/^\d foreign-field: The front matter is for another tool: `layout`.* Of it only/),
  ]);
  expect(told('layout: [post\npermalink: "rain')).toEqual([
    `2 foreign-field: The front matter is for another tool. ${end}`,
  ]);
  expect(told('number: 1\ntitle: Rain')).toEqual([]);
});

it('a page that a site generator keeps back is a draft, whatever else stands there', () => {
  const draft = (front: string) =>
    splitFrontMatter(`---\n${front}\n---\n\nIt rained.\n`, problemList('lamp/01.md')).frontMatter.draft;
  expect(draft('layout: post\npublished: false\nslug: rain')).toBe(true);
  expect(draft('title: Rain\npublish: false')).toBe(true);
  expect(draft('title: Rain\npublished: true')).toBeUndefined();
  expect(draft('title: Rain')).toBeUndefined();
});
