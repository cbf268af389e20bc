import { spawn } from 'node:child_process';

/** What tells whether somebody sits before this machine. */
export interface Desk {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  /** Whether what is printed goes to a terminal. */
  readonly isTerminal: boolean;
}

/** The command that opens a URL in the desktop's browser; undefined where there is no desktop, or nobody looks (CI, a pipe). */
export function browserCommand({ platform, environment, isTerminal }: Desk): readonly string[] | undefined {
  if (!isTerminal || (environment['CI'] ?? '') !== '') return undefined;
  if (platform === 'darwin') return ['open'];
  // `start` is the shell's own; its first argument in quotes is a title.
  if (platform === 'win32') return ['cmd', '/c', 'start', ''];
  const hasDisplay = [environment['DISPLAY'], environment['WAYLAND_DISPLAY']].some((display) => (display ?? '') !== '');
  return hasDisplay ? ['xdg-open'] : undefined;
}

/** Opens a URL in the desktop's browser, if there is one; whether that worked is for the person to see. */
export function openInBrowser(url: string, desk: Desk): void {
  const [program, ...args] = browserCommand(desk) ?? [];
  if (program === undefined) return;
  const child = spawn(program, [...args, url], { detached: true, stdio: 'ignore' });
  // The URL is printed too: a desktop without that program is no reason to stop.
  child.on('error', () => {});
  child.unref();
}
