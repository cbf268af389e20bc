import type { RawData, WebSocket } from 'ws';
import type { Playground } from '../playground/playground.js';
import {
  type PreviewAction,
  type PreviewFrame,
  type PreviewOutcome,
  type Previews,
  previewRequestSchema,
  type ShownSheet,
} from './preview-protocol.js';

/** How often the files are looked at while somebody has the preview open, in milliseconds of real time. */
const lookEveryMs = 300;

/** Serves one tab of the preview over its socket until that closes: what is chosen, again whenever its file changes. */
export function servePreview(
  previews: Previews,
  { botUser, isBotOnline }: Pick<Playground, 'botUser' | 'isBotOnline'>,
  socket: WebSocket,
): void {
  const tell = (frame: PreviewFrame) => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame));
  };
  const watch = watchFiles(previews, tell);
  socket.on('close', () => watch.stop());
  socket.on('error', () => socket.terminate());

  const act = async (action: PreviewAction): Promise<PreviewOutcome> => {
    switch (action.kind) {
      case 'choose':
        watch.choose(action.file);
        return { kind: 'done' };
      case 'propose':
        return previews.propose(action.file, action.change, action.version);
      case 'write':
        return previews.write(action.file, action.change, action.version);
      case 'undo':
        return previews.undo(action.file);
    }
  };
  socket.on('message', (raw) => {
    const request = readRequest(raw);
    if (request === undefined) {
      socket.close(1008, 'That was no request of the page.');
      return;
    }
    const reply = (outcome: PreviewOutcome) => tell({ kind: 'reply', request: request.request, outcome });
    act(request.action).then(reply, (error: unknown) => reply({ kind: 'refused', why: whyOf(error) }));
  });
  tell({ kind: 'welcome', bot: botUser, hasChannels: isBotOnline() });
}

interface Watch {
  choose(file: string): void;
  stop(): void;
}

/** Looks again and again, one look at a time, and tells what has changed since the last. */
function watchFiles(previews: Previews, tell: (frame: PreviewFrame) => void): Watch {
  let file: string | undefined;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let listed: string | undefined;
  /** The sheet as it was told last; null where it was told that there is none. */
  let told: ShownSheet | null | undefined;

  const look = async () => {
    const found = await previews.look();
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

function readRequest(raw: RawData) {
  try {
    // ws hands over text frames as a Buffer.
    return previewRequestSchema.parse(JSON.parse(String(raw)));
  } catch {
    return undefined;
  }
}
