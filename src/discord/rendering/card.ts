import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { cardParts } from '../../story/card-parts.js';
import { container, text } from './components.js';

/** A piece of a release as components: notes and warnings in frames of their own, all else as text. */
export function card(content: string): readonly APIMessageTopLevelComponent[] {
  return cardParts(content).map((part) => (part.kind === 'text' ? text(part.text) : container(text(part.text))));
}
