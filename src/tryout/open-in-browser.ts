import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What tells whether somebody sits before this machine. */
export interface Desk {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  /** Whether what is printed goes to a terminal. */
  readonly isTerminal: boolean;
}

/** How long a browser may take to start and read the file that leads it to the page. */
const startMs = 60_000;

/** The command that opens a file in the desktop's browser; undefined where there is no desktop, or nobody looks (CI, a pipe). */
export function browserCommand({ platform, environment, isTerminal }: Desk): readonly string[] | undefined {
  if (!isTerminal || (environment['CI'] ?? '') !== '') return undefined;
  if (platform === 'darwin') return ['open'];
  // `start` is the shell's own; its first argument in quotes is a title.
  if (platform === 'win32') return ['cmd', '/c', 'start', ''];
  const hasDisplay = [environment['DISPLAY'], environment['WAYLAND_DISPLAY']].some((display) => (display ?? '') !== '');
  return hasDisplay ? ['xdg-open'] : undefined;
}

/**
 * Opens a URL with a key in it in the desktop's browser, if there is one; whether that worked is for the person to see.
 * Everybody on a machine can read the arguments of its processes, so that what is handed over is the name of a file which
 * this user alone can read, and which leads to the URL.
 */
export async function openInBrowser(url: string, desk: Desk): Promise<void> {
  const [program, ...args] = browserCommand(desk) ?? [];
  if (program === undefined) return;
  const file = await writeDoor(url, desk.platform);
  const child = spawn(program, [...args, file], { detached: true, stdio: 'ignore', env: desk.environment });
  // The URL is printed too: a desktop without that program is no reason to stop.
  child.on('error', () => {});
  child.unref();
}

/** Writes the file, in a folder that goes after a minute, or with the process. */
async function writeDoor(url: string, platform: NodeJS.Platform): Promise<string> {
  // A browser from Ubuntu's Snap Store reads what is below the home folder, but nothing in /tmp. Elsewhere the folder for
  // temporary files is the user's own, and the one that we were started in need not be.
  const parent = platform === 'linux' ? resolve('data') : tmpdir();
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, 'open-'));
  const forget = () => rmSync(folder, { recursive: true, force: true });
  setTimeout(forget, startMs).unref();
  process.once('exit', forget);
  const file = join(folder, 'open.html');
  const target = url.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const page = `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${target}"><title>Cliffhanger</title>`;
  await writeFile(file, page, { mode: 0o600 });
  return file;
}
