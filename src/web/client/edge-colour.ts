import { ref } from 'lit/directives/ref.js';

/** Colours an element's edge, by a number of 24 bits. Through the object model: the policy on styles forbids attributes. */
export function edgeColour(colour: number | null | undefined) {
  return ref((element) => {
    if (!(element instanceof HTMLElement)) return;
    element.style.borderInlineStartColor = colour == null ? '' : `#${colour.toString(16).padStart(6, '0')}`;
  });
}
