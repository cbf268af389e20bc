/** Nothing but what leaves no mark on a screen: white space, zero-width and other ignorable characters, the blank Braille cell. */
const invisible = /^[\s\p{Default_Ignorable_Code_Point}\p{Cc}\u2800]*$/u;

/** Whether a person would see nothing of what was typed. */
export function isBlank(text: string): boolean {
  return invisible.test(text);
}

/** How long a text is in code points, which is what Discord's limits count. */
export function characterCount(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** Controls but tabs and line ends; what overrides or embeds a direction of writing; zero-width characters that join nothing. */
const unseen =
  /(?![\t\n])[\p{Cc}\u00AD\u200B\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]|\u034F|(?<!\u{1F3F4}[\u{E0000}-\u{E007F}]*)[\u{E0000}-\u{E007F}]/gu;

/** Joiners and marks of direction: emoji and many scripts need them, but never two in a row. */
const joiners = /(?<first>[\u061C\u200C-\u200F])[\u061C\u200C-\u200F]+/gu;

/** More marks on one letter than any language writes; what is beyond them only climbs over the lines around it. */
const piledMarks = /(?<kept>(?:\p{M}[\u200C-\u200F]?){4})[\p{M}\u200C-\u200F]+/gu;

const emptyLines = /\n(?:[^\S\n]*\n){2,}/g;

/**
 * A typed text as it may be shown: nothing in it hides, turns around or overruns what stands beside it, and empty lines do not
 * pile up. What is kept is the text as typed; this is made of it wherever it is shown, before markup is escaped.
 */
export function legible(typed: string): string {
  return typed
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(unseen, '')
    .replaceAll(joiners, '$<first>')
    .replaceAll(piledMarks, '$<kept>')
    .replaceAll(emptyLines, '\n\n');
}
