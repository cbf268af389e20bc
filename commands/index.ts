import type { Command } from '../src/discord/command.js';
import { about } from './about.js';
import { chapters } from './chapters.js';
import { help } from './help.js';
import { read } from './read.js';
import { release } from './release.js';
import { serial } from './serial.js';

/** Every command of the bot: the only registry. */
export const commands: readonly Command[] = [read, chapters, about, serial, release, help];
