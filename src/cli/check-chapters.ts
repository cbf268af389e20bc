import { parseArgs } from 'node:util';
import { config } from 'dotenv';
import { checkChapters } from './check-chapters/check-chapters.js';
import { type PlanOptions, readPlan } from './check-chapters/release-plan.js';

/** `npm run check-chapters [folder] -- [--schedule "0 20 * * 5" --zone Europe/Berlin --from 2026-12-01]`. Exits 1 on errors. */
async function main(): Promise<void> {
  config({ quiet: true });
  const typed = readArguments();
  const plan = typeof typed === 'string' ? typed : readPlan(typed, Date.now());
  if (typeof typed === 'string' || typeof plan === 'string') {
    process.stderr.write(`${plan}\n`);
    process.exitCode = 1;
    return;
  }
  const folder = typed.folder ?? (process.env['CHAPTERS_DIR']?.trim() || 'chapters');
  const { lines, hasErrors } = await checkChapters(folder, plan);
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = hasErrors ? 1 : 0;
}

function readArguments(): (PlanOptions & { readonly folder: string | undefined }) | string {
  const text = { type: 'string' } as const;
  try {
    const options = { schedule: text, zone: text, from: text };
    const { positionals, values } = parseArgs({ allowPositionals: true, options });
    return { folder: positionals[0], ...values };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

await main();
