import '../process/use-utc.js';
import { parseArgs } from 'node:util';
import { findChapter } from '../preview/find-chapter.js';
import { openPreviewer } from '../preview/previewer.js';
import { createLog } from '../process/log.js';
import { stopOnSignalsAndErrors } from '../process/stop-process.js';
import type { Story } from '../story/model.js';
import { openInBrowser } from '../tryout/open-in-browser.js';
import { startPreview } from '../tryout/start-preview.js';
import { releaseDates } from './check-chapters/release-order.js';
import { type PlanOptions, readPlan } from './check-chapters/release-plan.js';
import { readSettings } from './read-settings.js';

/**
 * `npm run preview [chapter] -- [--schedule "0 20 * * 5" --zone Europe/Berlin --from 2026-12-01]`: shows how chapters will be
 * posted, and when, while they are being written. Exits 1 where it cannot start.
 */
async function main(): Promise<void> {
  const config = readSettings();
  if (config === undefined) return fail();
  const asked = readArguments();
  const plan = typeof asked === 'string' ? asked : readPlan(asked, Date.now());
  if (typeof asked === 'string' || typeof plan === 'string') return fail(`${plan}`);
  const { typed } = asked;
  const datesOf = (story: Story) => (plan === undefined ? new Map<string, string>() : releaseDates(story, plan));
  const previews = await openPreviewer(config.chaptersDir, { datesOf });
  const listing = await previews.look();
  const file = typed === undefined ? undefined : findChapter(listing, typed);
  if (typed !== undefined && file === undefined) {
    const known = listing.stories.flatMap(({ chapters }) =>
      chapters.map((chapter) => `  - ${chapter.label} (${chapter.file})`),
    );
    return fail(`There is no chapter "${typed}" in ${config.chaptersDir}. There are:\n${known.join('\n')}`);
  }
  const served = await startPreview(config.playgroundPort, previews);
  const url = file === undefined ? served.url : `${served.url}#${encodeURIComponent(file)}`;
  process.stdout.write(`The preview of ${config.chaptersDir}/ follows every save. Ctrl+C ends it.\n\n  ${url}\n\n`);
  const isTerminal = process.stdout.isTTY;
  await openInBrowser(url, { platform: process.platform, environment: process.env, isTerminal });
  stopOnSignalsAndErrors(() => served.stop(), await createLog('warn', isTerminal));
}

function readArguments(): (PlanOptions & { readonly typed: string | undefined }) | string {
  const text = { type: 'string' } as const;
  try {
    const options = { schedule: text, zone: text, from: text };
    const { positionals, values } = parseArgs({ allowPositionals: true, options });
    return { ...values, typed: positionals[0] };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function fail(sentence?: string): void {
  if (sentence !== undefined) process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

await main();
