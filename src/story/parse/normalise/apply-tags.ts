import type { ProblemList } from '../problem-list.js';
import { isBlank, type SourceLine } from '../source-lines.js';
import { type FoundTag, findTags } from './find-tags.js';
import { type LineWriter, lineWriter } from './line-writer.js';
import { linkMarks, removed } from './style-marks.js';
import { attribute, stylesOf } from './tag-attributes.js';

/** A style that is never closed ends after this many lines without a blank one. */
const longestParagraph = 20;

/** What holds while tags are read one after the other. */
interface Page {
  readonly writer: LineWriter;
  readonly problems: ProblemList;
  readonly isMarkdown: boolean;
  /** Ends what is open and never closed; done at the end of its paragraph. */
  readonly unclosed: (() => void)[];
  /** What the opening tags did, to be undone by their partners. */
  readonly undo: Map<FoundTag, () => void>;
  /** Numbers of the open lists' next items; 0 for bullets. */
  readonly lists: number[];
  linesSinceOpen: number;
  centred: number;
  /** Whether words stood in the paragraph that `<p>` opened. */
  isEmptyParagraph: boolean;
}

/**
 * Makes HTML tags and BBCode what they mean: styles as marks in the text, lines and blank lines for paragraphs and breaks.
 * Tags that nobody knows stay as typed.
 */
export function applyTags(
  lines: readonly SourceLine[],
  isMarkdown: boolean,
  problems: ProblemList,
): readonly SourceLine[] {
  const { byLine, unshown } = findTags(lines, isMarkdown);
  if (unshown) reportUnshown(unshown.line, `\`<${unshown.name}>\``, problems);
  if (byLine.size === 0 && !lines.some((line) => line.text.includes(removed))) return lines;
  const page: Page = {
    writer: lineWriter(isMarkdown),
    problems,
    isMarkdown,
    unclosed: [],
    undo: new Map(),
    lists: [],
    linesSinceOpen: 0,
    centred: 0,
    isEmptyParagraph: false,
  };
  lines.forEach((line, at) => {
    if (line.is === 'code') page.writer.whole(line);
    else writeLine(line, byLine.get(at) ?? [], page);
  });
  return page.writer.lines;
}

function writeLine(line: SourceLine, tags: readonly FoundTag[], page: Page): void {
  const { writer } = page;
  page.linesSinceOpen += 1;
  if (isBlank(line) || page.linesSinceOpen > longestParagraph) closeUnclosed(page);
  writer.startSource(line.line);
  let from = 0;
  for (const tag of tags) {
    if (tag.start < from) continue;
    writeWords(line.text.slice(from, tag.start), page);
    writer.tag();
    from = tag.end;
    if (tag.known.effect.kind === 'image') from = writeImage(tag, line, page);
    else if (tag.closes) closeTag(tag, line, page);
    else openTag(tag, line, page);
  }
  writeWords(line.text.slice(from), page);
  writer.endSource();
}

function writeWords(text: string, page: Page): void {
  if (page.isEmptyParagraph && text.replace(/&nbsp;?/giu, '').trim() !== '') page.isEmptyParagraph = false;
  // What only keeps a paragraph from being empty is no text of it.
  page.writer.words(page.isEmptyParagraph ? '' : text);
}

function openTag(tag: FoundTag, line: SourceLine, page: Page): void {
  const { writer } = page;
  const { kind } = tag.known.effect;
  if (kind === 'line-break') writer.lineBreak();
  else if (kind === 'rule') writer.rule();
  else if (kind === 'item') openItem(page);
  else if (kind === 'link') openLink(tag, line, page);
  else if (kind === 'list') {
    page.lists.push(tag.name === 'ol' ? 1 : 0);
    writer.boundary();
  } else openSpan(tag, page);
}

/** What lasts from a tag to its partner, or without one to the end of its paragraph. */
function openSpan(tag: FoundTag, page: Page): void {
  if (isBlockTag(tag)) {
    closeUnclosed(page);
    page.writer.boundary();
    page.isEmptyParagraph = tag.name === 'p';
  }
  const undo = begin(tag, page);
  if (!undo) return;
  if (tag.partner) page.undo.set(tag, undo);
  else {
    page.unclosed.push(undo);
    page.linesSinceOpen = 0;
  }
}

function isBlockTag({ known }: FoundTag): boolean {
  return ['block', 'heading', 'centre', 'quote', 'list'].includes(known.effect.kind);
}

/** Turns on what a tag and its attributes mean, and gives what turns it off. */
function begin(tag: FoundTag, page: Page): (() => void) | undefined {
  const { writer } = page;
  const { effect } = tag.known;
  const styles = [...(effect.kind === 'style' ? [effect.style] : []), ...stylesOf(tag)];
  const centres = effect.kind === 'centre' || isCentring(tag);
  if (styles.length === 0 && !centres && effect.kind !== 'heading' && effect.kind !== 'quote') return undefined;
  const set = (by: 1 | -1) => {
    for (const style of styles) writer.turn(style, by);
    if (centres) page.centred = Math.max(0, page.centred + by);
    writer.look.isCentred = page.centred > 0;
    if (effect.kind === 'heading') writer.look.heading = by > 0 ? effect.depth : 0;
    if (effect.kind === 'quote') writer.look.quotes += by;
  };
  set(1);
  return () => set(-1);
}

function isCentring(tag: FoundTag): boolean {
  return (
    !tag.isBbCode && (attribute(tag, 'align') === 'center' || /text-align:\s*center/iu.test(attribute(tag, 'style')))
  );
}

function closeTag(tag: FoundTag, line: SourceLine, page: Page): void {
  const { writer } = page;
  const { kind } = tag.known.effect;
  if (kind === 'link') closeLink(tag, line, page);
  if (kind === 'list') page.lists.pop();
  if (isBlockTag(tag)) {
    const isEmpty = page.isEmptyParagraph && tag.name === 'p';
    page.isEmptyParagraph = false;
    writer.boundary();
    if (isEmpty) writer.blank();
    closeUnclosed(page);
  }
  const undo = tag.partner && page.undo.get(tag.partner);
  if (tag.partner) page.undo.delete(tag.partner);
  undo?.();
}

function closeUnclosed(page: Page): void {
  for (const undo of page.unclosed.splice(0)) undo();
}

function openItem(page: Page): void {
  const number = page.lists.at(-1) ?? 0;
  if (number > 0) page.lists[page.lists.length - 1] = number + 1;
  page.writer.lineBreak();
  page.writer.look.item = number > 0 ? `${number}. ` : '- ';
}

/** A link to the web, on one line and with words that Discord takes for a label; of any other only the words are shown. */
function linkOf(tag: FoundTag, line: SourceLine): readonly [before: string, behind: string] | undefined {
  const opener = tag.closes ? tag.partner : tag;
  const closer = tag.closes ? tag : tag.partner;
  if (!opener || !closer || opener.at !== closer.at) return undefined;
  const typed = opener.isBbCode ? opener.attributes.slice(1).replace(/^["']|["']$/gu, '') : attribute(opener, 'href');
  const url = typed.trim().replace(/&amp;/giu, '&');
  const words = line.text.slice(opener.end, closer.start);
  const shown = words.replace(/<[^<>]*>|\[\/?[a-z]{1,8}(?:=[^[\]]*)?\]/giu, '');
  if (!/^https?:\/\/[^\s<>]+$/iu.test(url) || shown.trim() === '' || shown.trim() === url) return undefined;
  return /[[\]]/u.test(shown) ? undefined : linkMarks(url);
}

function openLink(tag: FoundTag, line: SourceLine, page: Page): void {
  const marks = linkOf(tag, line);
  if (marks) page.writer.words(marks[0]);
}

function closeLink(tag: FoundTag, line: SourceLine, page: Page): void {
  const marks = linkOf(tag, line);
  if (marks) page.writer.words(marks[1]);
}

/** Shows what an image is called and where it is; gives the index behind it. */
function writeImage(tag: FoundTag, line: SourceLine, page: Page): number {
  if (tag.closes) return tag.end;
  const url = tag.isBbCode ? line.text.slice(tag.end, tag.partner?.start) : attribute(tag, 'src');
  const words = tag.isBbCode ? '' : attribute(tag, 'alt') || attribute(tag, 'title');
  reportUnshown(line.line, 'images inside a text', page.problems);
  page.writer.words(words === '' ? url : url === '' ? words : `${words} (${url})`);
  return tag.isBbCode ? (tag.partner?.end ?? tag.end) : tag.end;
}

function reportUnshown(line: number, what: string, problems: ProblemList): void {
  problems.add(line, {
    severity: 'warning',
    code: 'shown-plainly',
    message: `Discord has no ${what}; it is shown plainly.`,
    fix: 'Write it in words, or remove it.',
  });
}
