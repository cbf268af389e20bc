import { arabic } from './ar.js';
import { german } from './de.js';
import { english } from './en.js';
import { spanish } from './es.js';
import { french } from './fr.js';
import { hebrew } from './he.js';
import { italian } from './it.js';
import { japanese } from './ja.js';
import { korean } from './ko.js';
import type { Language } from './language.js';
import { dutch } from './nl.js';
import { polish } from './pl.js';
import { portuguese } from './pt.js';
import { russian } from './ru.js';
import { ukrainian } from './uk.js';
import { chinese } from './zh.js';

/** All languages whose customs are known, English first: where two read a word alike, the earlier wins. */
export const languages: readonly Language[] = [
  english,
  arabic,
  german,
  spanish,
  french,
  hebrew,
  italian,
  japanese,
  korean,
  dutch,
  polish,
  portuguese,
  russian,
  ukrainian,
  chinese,
];
