import { cardParts } from '../../pieces/card-parts.js';
import { container, text } from './components.js';
import type { View } from './private.js';

/** A piece of a release as components: notes and warnings in frames of their own, all else as text. */
export function card(content: string): View {
  return cardParts(content).map((part) => (part.kind === 'text' ? text(part.text) : container(text(part.text))));
}
