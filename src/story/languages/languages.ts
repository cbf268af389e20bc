import { english } from './en.js';
import type { Language } from './language.js';

/** All languages whose customs are known, English first: where two read a word alike, the earlier wins. */
export const languages: readonly Language[] = [english];
