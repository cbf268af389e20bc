import type { Options } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** What is read beside CommonMark, by the names that the parser gives it. */
const constructs = {
  links: ['wwwAutolink', 'protocolAutolink', 'emailAutolink'],
  tables: ['table'],
  strikes: ['strikethrough'],
  brackets: ['tasklistCheck', 'gfmFootnoteCall', 'gfmPotentialFootnoteCall', 'gfmFootnoteDefinition'],
} as const;

type Extra = keyof typeof constructs;

/**
 * Signs without which there can be none of each. A table of one column needs no `|`, but then a colon in its rule. Looking for
 * bare links costs more than all of CommonMark: it stops at every word, and walks the whole tree once more.
 */
const signs: Readonly<Record<Extra, RegExp>> = {
  links: /@|http|www\./iu,
  tables: /\||:-|-:/u,
  strikes: /~~/u,
  brackets: /\[/u,
};

/** Indented paragraphs are paragraphs: nobody indents code in a story. Tags are understood before. */
const disabled = { disable: { null: ['codeIndented', 'htmlFlow', 'htmlText'] } };

const known = new Map<string, Options>();

/** How a text is to be parsed: with those extensions of CommonMark for which it has the signs. */
export function optionsFor(text: string): Options {
  const extras = (Object.keys(constructs) as Extra[]).filter((extra) => signs[extra].test(text));
  const key = extras.join(' ');
  const there = known.get(key) ?? optionsWith(extras);
  known.set(key, there);
  return there;
}

function optionsWith(extras: readonly Extra[]): Options {
  if (extras.length === 0) return { extensions: [disabled] };
  const isWanted = (name: string | undefined) =>
    extras.some((extra) => (constructs[extra] as readonly (string | undefined)[]).includes(name));
  const { attentionMarkers, document, flow, insideSpan, text } = gfm({ singleTilde: false });
  return {
    extensions: [
      {
        document: only(document, isWanted),
        flow: only(flow, isWanted),
        text: only(text, isWanted),
        ...(extras.includes('strikes') && { insideSpan, attentionMarkers }),
      },
      disabled,
    ],
    mdastExtensions: gfmFromMarkdown().filter((each) => extras.includes('links') || !('transforms' in each)),
  };
}

type Constructs = NonNullable<ReturnType<typeof gfm>['text']>;

/** Those of the parser's constructs, by the character that begins them, that have a wanted name. */
function only(all: Constructs | undefined, isWanted: (name: string | undefined) => boolean): Constructs {
  return Object.fromEntries(
    Object.entries(all ?? {}).map(([code, some]) => [code, [some ?? []].flat().filter(({ name }) => isWanted(name))]),
  );
}
