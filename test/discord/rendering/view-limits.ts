import type { View } from '../../../src/discord/rendering/private.js';

/** What Discord counts in a components-v2 message. */
export interface ViewSize {
  /** Code points in all text displays together; at most 4,000. */
  readonly characters: number;
  /** Components, nested ones included; at most 40. */
  readonly components: number;
  readonly customIds: readonly string[];
}

/** Measures a view by its JSON, as Discord gets it. */
export function measureView(view: View): ViewSize {
  let characters = 0;
  let components = 0;
  const customIds: string[] = [];
  JSON.stringify(view, (key, value: unknown) => {
    if (key === 'type') components += 1;
    if (key === 'content' && typeof value === 'string') characters += [...value].length;
    if (key === 'custom_id' && typeof value === 'string') customIds.push(value);
    return value;
  });
  return { characters, components, customIds };
}

/** All text displays of a view, a line break between them. */
export function viewText(view: View): string {
  const texts: string[] = [];
  JSON.stringify(view, (key, value: unknown) => {
    if (key === 'content' && typeof value === 'string') texts.push(value);
    return value;
  });
  return texts.join('\n');
}

/** The labels of a view's buttons, in order. */
export function viewButtons(view: View): readonly string[] {
  const labels: string[] = [];
  for (const component of view) {
    if (!('components' in component)) continue;
    for (const inner of component.components) {
      if ('label' in inner && typeof inner.label === 'string') labels.push(inner.label);
    }
  }
  return labels;
}
