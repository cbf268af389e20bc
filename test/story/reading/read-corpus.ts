import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type FillerPool, parseFiller } from './filler.js';
import { type LineCustoms, parseLineCustoms } from './judge-lines.js';
import { parseCase, type ReadingCase } from './parse-case.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** All cases, in the order of languages and ids. */
export function readCases(): readonly ReadingCase[] {
  return readdirSync(here('cases'))
    .sort()
    .flatMap((language) =>
      readdirSync(here(`cases/${language}`))
        .filter((name) => /\.(?:case|story)$/u.test(name))
        .sort()
        .map((name) => parseCase(language, name, readFileSync(here(`cases/${language}/${name}`), 'utf8'))),
    );
}

/** The filler paragraphs of a language; none where there is no file of them. */
export function readFiller(language: string): FillerPool {
  const path = here(`filler/${language}.txt`);
  return parseFiller(existsSync(path) ? readFileSync(path, 'utf8') : '');
}

/** Customs of one line, by language; those of `<language>.held-out.yaml` are held out. */
export function readLineCustoms(): readonly {
  readonly language: string;
  readonly heldOut: boolean;
  readonly customs: LineCustoms;
}[] {
  return readdirSync(here('lines'))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({
      language: name.split('.')[0] ?? name,
      heldOut: name.includes('.held-out.'),
      customs: parseLineCustoms(readFileSync(here(`lines/${name}`), 'utf8')),
    }));
}
