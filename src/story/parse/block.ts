/** What a chapter file holds, in order, before it is decided which of it is heading, note and text. */
export type Block = HeadingBlock | ParagraphBlock | BreakBlock;

interface Placed {
  /** In the file, from 1. */
  readonly line: number;
  /** How many blank lines stand above it in the file; 0 where it only begins a new line. */
  readonly gap: number;
}

/** A heading by its marks (`# Title`). */
export interface HeadingBlock extends Placed {
  readonly kind: 'heading';
  /** In plain text the marks are only typed: such a line is shown as it is where it is not the chapter's heading. */
  readonly isTyped: boolean;
  /** Number of `#`, from 1 to 6. */
  readonly depth: number;
  /** As words, without markers. */
  readonly plain: string;
  /** As Discord markup, for a heading that turns out to be a part of the text. */
  readonly markup: string;
}

/** A paragraph, a list, a quote, a code block: whatever is shown as one passage. */
export interface ParagraphBlock extends Placed {
  readonly kind: 'paragraph';
  /** What it is made of: only prose can be a heading or a label; `other` is code, a table, a footnote. */
  readonly shape: 'prose' | 'list' | 'quote' | 'other';
  /** Set in the middle of the page, by a tag or by indentation beyond that of the other paragraphs. */
  readonly isCentred: boolean;
  /** As words, without markers; line breaks inside are kept. */
  readonly plain: string;
  /** As Discord markup; never blank. */
  readonly markup: string;
  /**
   * The lines that are meant as lines, each as a block of its own; absent for a paragraph of one. Where all of them turn out
   * to be text, the paragraph is shown whole.
   */
  readonly lines?: readonly ParagraphBlock[] | undefined;
}

/** A scene break, whatever it looked like. */
export interface BreakBlock extends Placed {
  readonly kind: 'break';
  /** The line as typed, without white space around it; '' for a rule by markup. */
  readonly typed: string;
}
