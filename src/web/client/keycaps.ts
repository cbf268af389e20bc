import { html } from 'lit';
import type { Drawn } from './drawn.js';

const keycap = /([0-9#*]\uFE0F?\u20E3)/;

/**
 * A text in which keycaps (`1️⃣`) are set in the emoji font as a whole. Their digits are those of all other text, which that font
 * must not set, so a browser cannot tell by itself.
 */
export function withKeycaps(text: string): Drawn {
  if (!text.includes('\u20E3')) return text;
  return text.split(keycap).map((part) => (keycap.test(part) ? html`<span class="keycap">${part}</span>` : part));
}
