import { german } from './de.js';
import { english } from './en.js';
import { spanish } from './es.js';
import { french } from './fr.js';
import { italian } from './it.js';
import type { Language } from './language.js';
import { dutch } from './nl.js';
import { portuguese } from './pt.js';

/** All languages whose customs are known, English first: where two read a word alike, the earlier wins. */
export const languages: readonly Language[] = [english, german, spanish, french, italian, dutch, portuguese];
