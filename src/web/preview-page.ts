import type { APIUser } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import type { ChangeOutcome } from '../preview/fix/changes.js';
import type { Previewer } from '../preview/previewer.js';
import type { Sheet } from '../preview/sheet.js';
import type { Pages } from './pages.js';
import { type PreviewAction, type PreviewFrame, previewRequestSchema } from './preview-protocol.js';
import { talkToTab } from './tab.js';

/** How often the files are looked at while somebody has the preview open, in milliseconds of real time. */
const lookEveryMs = 300;

/** What the preview shows beside the chapters. */
export interface PreviewPageOptions {
  /** Whose messages the pieces are. */
  readonly bot: APIUser;
  /** Whether there are channels to go to in which it posts them. */
  readonly hasChannels: () => boolean;
}

/** Shows the author's preview at `/preview`: to each tab what it has chosen, again whenever its file changes. */
export function showPreview(pages: Pages, previewer: Previewer, options: PreviewPageOptions): void {
  pages.show('/preview', (socket) => servePreview(previewer, options, socket));
}

function servePreview(previewer: Previewer, { bot, hasChannels }: PreviewPageOptions, socket: WebSocket): void {
  const tell = talkToTab<PreviewFrame, PreviewAction, ChangeOutcome>(socket, {
    requests: previewRequestSchema,
    act: (action) => {
      switch (action.kind) {
        case 'choose':
          watch.choose(action.file);
          return { kind: 'done' };
        case 'propose':
          return previewer.propose(action.file, action.change, action.version);
        case 'write':
          return previewer.write(action.file, action.change, action.version);
        case 'undo':
          return previewer.undo(action.file);
      }
    },
    excuse: (error) => ({ kind: 'refused', why: whyOf(error) }),
    onClose: () => watch.stop(),
  });
  const watch = watchFiles(previewer, tell);
  tell({ kind: 'welcome', bot, hasChannels: hasChannels() });
}

interface Watch {
  choose(file: string): void;
  stop(): void;
}

/** Looks again and again, one look at a time, and tells what has changed since the last. */
function watchFiles(previewer: Previewer, tell: (frame: PreviewFrame) => void): Watch {
  let file: string | undefined;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let listed: string | undefined;
  /** The sheet as it was told last; null where it was told that there is none. */
  let told: Sheet | null | undefined;

  const look = async () => {
    const found = await previewer.look();
    const listing = { stories: found.stories, trouble: found.trouble };
    const said = JSON.stringify(listing);
    // What is saved seldom changes what there is to choose from.
    if (said !== listed) tell({ kind: 'listing', listing });
    listed = said;
    const chosen = file;
    if (chosen === undefined) return;
    const sheet = await found.sheet(chosen);
    if (chosen !== file || (sheet ?? null) === told) return;
    told = sheet ?? null;
    tell(sheet === undefined ? { kind: 'absent', file: chosen } : { kind: 'sheet', sheet });
  };
  const lookAgain = async () => {
    // A look that failed (the folder is just being moved, say) says nothing; the next one will.
    await look().catch(() => {});
    if (!isStopped) timer = setTimeout(() => void lookAgain(), lookEveryMs);
  };
  void lookAgain();
  return {
    choose: (chosen) => {
      file = chosen;
      told = undefined;
      void look().catch(() => {});
    },
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

function whyOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
  return `That did not work${code}. The file is as it was.`;
}
