/** What a stretch of a chapter file can be. */
export const labels = [
  'heading',
  'part',
  'title',
  'story',
  'data',
  'note',
  'end-note',
  'furniture',
  'break',
  'text',
  'aside',
  'closing',
] as const;

/**
 * `heading` says which chapter it is, `part` stands above it, `title` below a number, `story` names the whole; `data` is a
 * rating or a pairing; `note` is the author before the text, `end-note` after it, `aside` in the middle of it; `furniture` is
 * navigation and page numbers; `break` is an ornament; `closing` is text such as `To be continued`.
 */
export type Label = (typeof labels)[number];

/** Where in a file a label stands: above the heading, at it, below it, in the text, behind the text. */
export type Zone = 'above' | 'head' | 'below' | 'body' | 'end';

/** A label in a zone: what the best sequence is made of. */
export interface State {
  readonly zone: Zone;
  readonly label: Label;
}

/** Every state that there is, in the order in which a file goes through their zones. */
export const states: readonly State[] = [
  ...inZone('above', ['story', 'data', 'note', 'furniture', 'break']),
  ...inZone('head', ['part', 'heading', 'title']),
  ...inZone('below', ['data', 'note', 'furniture', 'break']),
  ...inZone('body', ['text', 'break', 'aside', 'closing', 'furniture']),
  ...inZone('end', ['break', 'end-note', 'data', 'furniture']),
];

function inZone(zone: Zone, of: readonly Label[]): readonly State[] {
  return of.map((label) => ({ zone, label }));
}

/** The state of a label in a zone. Throws where there is none: a mistake in the code. */
export function stateOf(zone: Zone, label: Label): State {
  const state = states.find((each) => each.zone === zone && each.label === label);
  if (state === undefined) throw new Error(`There is no ${label} in the zone ${zone}.`);
  return state;
}

/** What a reader sees of a label: two labels that show alike are no doubt worth telling. */
export function readingOf({ zone, label }: State): 'heading' | 'text' | 'note' | 'data' | 'furniture' | 'break' {
  switch (label) {
    case 'heading':
    case 'part':
    case 'title':
    case 'story':
      return 'heading';
    case 'text':
    case 'aside':
    case 'closing':
      return 'text';
    case 'note':
    case 'end-note':
      return 'note';
    case 'break':
      // A rule between notes and text shows nothing, and neither does navigation.
      return zone === 'body' ? 'break' : 'furniture';
    case 'data':
    case 'furniture':
      return label;
  }
}
