import { type rulesExtended, SimpleMarkdown } from 'discord-markdown-parser';

type Rule = (typeof rulesExtended)[string];

/** A list: lines that begin with `- `, `* ` or `1. `, and indented lines after each that belong to it. */
const wholeList = /^( *)(?:[-*]|\d{1,9}\.) +\S[^\n]*(?:\n+(?: *(?:[-*]|\d{1,9}\.) +\S| {2,}\S)[^\n]*)*(?:\n|$)/;
const firstMark = /^ *(?:[-*]|(\d{1,9})\.) /;

/**
 * Discord's lists, which the parser has no rule for. Items may hold lists that are indented further, and `list` nodes carry
 * `ordered`, `start` and `items`. A line of nothing but marks (`* * *`) is none.
 */
export const list: Rule = {
  order: Number(SimpleMarkdown.defaultRules.heading.order) + 0.1,
  match: (source) => {
    if (/^ *(?:[-*] *){3,}(?:\n|$)/.test(source)) return null;
    return wholeList.exec(source);
  },
  parse: (capture, parse, state) => {
    const whole = capture[0] ?? '';
    const indent = (capture[1] ?? '').length;
    const start = firstMark.exec(whole)?.[1];
    const isItem = new RegExp(`^ {0,${indent + 1}}(?:[-*]|\\d{1,9}\\.) +(?=\\S)`);
    const items: string[][] = [];
    for (const line of whole.replace(/\n$/, '').split('\n')) {
      if (isItem.test(line) || items.length === 0) items.push([line.replace(isItem, '')]);
      else items.at(-1)?.push(line.replace(new RegExp(`^ {0,${indent + 2}}`), ''));
    }
    return {
      type: 'list',
      ordered: start !== undefined,
      start: start === undefined ? 1 : Number(start),
      items: items.map((lines) => parse(lines.join('\n'), state)),
    };
  },
};
