import '../use-utc.js';
import { createLog } from '../log.js';
import { findChapter } from '../preview/find-chapter.js';
import { openPreviewer } from '../preview/previewer.js';
import { stopOnSignalsAndErrors } from '../stop-process.js';
import { openInBrowser } from '../tryout/open-in-browser.js';
import { startPreview } from '../tryout/start-preview.js';
import { readSettings } from './read-settings.js';

/** `npm run preview [chapter]`: shows how chapters will be posted, while they are being written. Exits 1 where it cannot start. */
async function main(typed: string | undefined): Promise<void> {
  const config = readSettings();
  if (config === undefined) return fail();
  const previews = await openPreviewer(config.chaptersDir);
  const shelf = await previews.look();
  const file = typed === undefined ? undefined : findChapter(shelf, typed);
  if (typed !== undefined && file === undefined) {
    const known = shelf.stories.flatMap(({ chapters }) =>
      chapters.map((chapter) => `  - ${chapter.label} (${chapter.file})`),
    );
    return fail(`There is no chapter "${typed}" in ${config.chaptersDir}. There are:\n${known.join('\n')}`);
  }
  const served = await startPreview(config.playgroundPort, previews);
  const url = file === undefined ? served.url : `${served.url}#${encodeURIComponent(file)}`;
  process.stdout.write(`The preview of ${config.chaptersDir}/ follows every save. Ctrl+C ends it.\n\n  ${url}\n\n`);
  const isTerminal = process.stdout.isTTY;
  openInBrowser(url, { platform: process.platform, environment: process.env, isTerminal });
  stopOnSignalsAndErrors(() => served.stop(), createLog('warn', isTerminal));
}

function fail(sentence?: string): void {
  if (sentence !== undefined) process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

await main(process.argv[2]);
