import type { Command } from '../src/discord/command.js';
import { about } from './about.js';
import { chapters } from './chapters.js';
import { feedback } from './feedback.js';
import { helpOn } from './help.js';
import { read } from './read.js';
import { release } from './release.js';
import { review } from './review.js';
import { reviews } from './reviews.js';
import { serial } from './serial.js';
import { suggest } from './suggest.js';

const helped: readonly Command[] = [read, chapters, about, review, reviews, suggest, serial, release, feedback];

/** Every command of the bot: the only registry. */
export const commands: readonly Command[] = [...helped, helpOn(helped)];
