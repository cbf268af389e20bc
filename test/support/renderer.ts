import { drawPart } from '../../src/discord/rendering/draw-part.js';
import { piecePayload } from '../../src/discord/rendering/release-message.js';
import type { Renderer } from '../../src/release/posting/publisher.js';

/** How the bot words pieces for Discord. */
export const renderer: Renderer = { draw: drawPart, payload: piecePayload };
