/** What a chapter file holds, in order, before it is decided which of it is heading, note and text. */
export type Block = HeadingBlock | ParagraphBlock | BreakBlock;

/** A heading by its marks (`# Title`). */
export interface HeadingBlock {
  readonly kind: 'heading';
  /** In plain text the marks are only typed: such a line is shown as it is where it is not the chapter's heading. */
  readonly isTyped: boolean;
  /** In the file, from 1. */
  readonly line: number;
  /** Number of `#`, from 1 to 6. */
  readonly depth: number;
  /** As words, without markers. */
  readonly plain: string;
  /** As Discord markup, for a heading that turns out to be a part of the text. */
  readonly markup: string;
}

/** A paragraph, a list, a quote, a code block: whatever is shown as one passage. */
export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly line: number;
  /** As words, without markers; line breaks inside are kept. */
  readonly plain: string;
  /** As Discord markup; never blank. */
  readonly markup: string;
}

/** A scene break, whatever it looked like. */
export interface BreakBlock {
  readonly kind: 'break';
  readonly line: number;
}
