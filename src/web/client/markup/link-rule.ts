import { type rulesExtended, SimpleMarkdown } from 'discord-markdown-parser';

type Rule = (typeof rulesExtended)[string];

/** Longest masked link that is looked for, in UTF-16 units: a message holds no more. */
const maxLink = 4_000;
const masked =
  /^\[((?:\\.|[^[\]\\\n])+)\]\((<?)(https?:\/\/[^\s<>()]+(?:\([^\s<>()]*\)[^\s<>()]*)*)>?(?: +"[^"\n]*")? *\)/;

/**
 * Discord's masked links, `[label](https://…)`: only to the web, labels in one line and without brackets. The parser's own
 * rule takes any scheme, and most of a second for a thousand brackets.
 */
export const link: Rule = {
  order: Number(SimpleMarkdown.defaultRules.link.order),
  match: (source) => (source.startsWith('[') ? masked.exec(source.slice(0, maxLink)) : null),
  parse: (capture, parse, state) => ({
    type: 'link',
    target: capture[3] ?? '',
    content: parse(capture[1] ?? '', state),
  }),
};
