import { afterAll } from 'vitest';
import { closeBrowser } from '../support/browser.js';

// One file for all, so that one browser serves them, one after the other: several at once starve the bot of its heartbeats.
import './first-minute.js';
import './serial-start.js';
import './mature.js';
import './trouble.js';
import './everybody.js';
import './hostile.js';
import './long-channel.js';

afterAll(closeBrowser);
