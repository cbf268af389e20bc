import { isAbsolute, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { isChapterFile } from '../story/library/scan-folder.js';
import { checkChapters } from './check-chapters/check-chapters.js';
import { explainFiles } from './check-chapters/explain-files.js';
import { type PlanOptions, readPlan } from './check-chapters/release-plan.js';
import { loadEnv } from './load-env.js';

/**
 * `npm run check-chapters [folder] -- [--schedule "0 20 * * 5" --zone Europe/Berlin --from 2026-12-01]` says what was understood
 * and what is wrong; with `--why [file]` why each stretch near the ends of the files was taken for what it is. Exits 1 on errors.
 */
async function main(): Promise<void> {
  const typed = loadEnv() ?? readArguments();
  const plan = typeof typed === 'string' ? typed : readPlan(typed, Date.now());
  if (typeof typed === 'string' || typeof plan === 'string') {
    process.stderr.write(`${plan}\n`);
    process.exitCode = 1;
    return;
  }
  const folder = typed.folder ?? (process.env['CHAPTERS_DIR']?.trim() || 'chapters');
  if (typed.why)
    return why(
      folder,
      typed.files.map((file) => withinFolder(folder, file)),
    );
  const { lines, hasErrors } = await checkChapters(folder, plan);
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = hasErrors ? 1 : 0;
}

async function why(folder: string, files: readonly string[]): Promise<void> {
  const lines = await explainFiles(folder, files);
  if (lines === undefined) process.stderr.write(`There is no chapter file ${files.join(' or ')} in ${folder}.\n`);
  else process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = lines === undefined ? 1 : 0;
}

/** A path as a shell completes it, `chapters/lamp/03.txt`, as the folder has it: `lamp/03.txt`. */
function withinFolder(folder: string, file: string): string {
  const inside = relative(folder, file);
  return inside.startsWith('..') || isAbsolute(inside) ? file : inside.split(sep).join('/');
}

interface Typed extends PlanOptions {
  readonly folder: string | undefined;
  readonly why: boolean;
  /** Chapter files, to ask why of. */
  readonly files: readonly string[];
}

function readArguments(): Typed | string {
  const text = { type: 'string' } as const;
  try {
    const options = { schedule: text, zone: text, from: text, why: { type: 'boolean' } } as const;
    const { positionals, values } = parseArgs({ allowPositionals: true, options });
    const { why = false, ...plan } = values;
    const isFile = (typed: string) => why && isChapterFile(typed);
    return {
      ...plan,
      why,
      folder: positionals.find((each) => !isFile(each)),
      files: positionals.filter(isFile),
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

await main();
