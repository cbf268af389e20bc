import type { State } from './label.js';

/** What the step from one stretch to the next adds; `undefined` where it cannot be. */
export function stepWeight(from: State | undefined, to: State): number | undefined {
  if (from === undefined)
    return to.zone === 'above' || to.label === 'heading' || to.label === 'part' ? 0 : firstText(to);
  if (!mayFollow(from, to)) return undefined;
  return enterEnd(from, to) + goOn(from, to);
}

/** A file may begin with its text, but not with a break in it or what stands behind it. */
function firstText(to: State): number | undefined {
  return to.zone === 'body' && (to.label === 'text' || to.label === 'closing') ? 0 : undefined;
}

/**
 * What it adds that a file ends so. A file of notes alone has no text: the least likely end of all, but an end. A heading with
 * nothing below it is likelier.
 */
export function endWeight({ zone, label }: State): number {
  if (zone === 'body' || zone === 'end') return 0;
  return label === 'heading' || label === 'title' || (zone === 'below' && label === 'break') ? -4 : -60;
}

function mayFollow(from: State, to: State): boolean {
  switch (from.zone) {
    case 'above':
      return to.zone === 'above' || to.label === 'heading' || to.label === 'part' || isText(to);
    case 'head':
      if (from.label === 'part') return to.label === 'heading' || to.label === 'title';
      if (from.label === 'heading') return to.label === 'title' || to.zone === 'below' || isText(to);
      return to.zone === 'below' || isText(to);
    case 'below':
      return to.zone === 'below' || isText(to);
    case 'body':
      // A break right before the notes belongs to them.
      return to.zone === 'body' || (to.zone === 'end' && from.label !== 'break' && from.label !== 'furniture');
    case 'end':
      return to.zone === 'end';
  }
}

function isText({ zone, label }: State): boolean {
  return zone === 'body' && (label === 'text' || label === 'closing' || label === 'aside');
}

/** The text ends once: leaving it must be worth it, most of all without a rule or a closing word. */
function enterEnd(from: State, to: State): number {
  if (from.zone !== 'body' || to.zone !== 'end') return 0;
  return from.label === 'closing' ? 0.6 : -0.4;
}

/** A rule sets notes apart from the text: what stands on its far side is a little more likely to be one, as is what goes on. */
function goOn(from: State, to: State): number {
  if (from.label === 'break' && from.zone === 'end' && to.label === 'end-note') return 0.8;
  if (from.label === 'note' && to.label === 'break') return 0.8;
  // Who speaks goes on speaking.
  if (from.label === 'note' && to.label === 'note') return 1;
  if (from.label === 'end-note' && to.label === 'end-note') return 0.2;
  return 0;
}

/** What it costs to be something else than the line above in the same paragraph; a heading may stand on any line. */
export function breakInParagraph(from: State, to: State): number {
  const isSame =
    from.label === to.label ||
    from.zone === 'head' ||
    to.zone === 'head' ||
    to.label === 'break' ||
    from.label === 'break';
  return isSame ? 0 : -1.2;
}
