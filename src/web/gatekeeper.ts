import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What is wrong with a request, in words for whoever opened the page. */
export type Admission =
  | { readonly kind: 'in' }
  /** It brought the key in its URL: hand out the cookie, and lead to the same page without the key. */
  | { readonly kind: 'enter'; readonly cookie: string; readonly location: string }
  | { readonly kind: 'out'; readonly why: string };

/** Decides who sees the page: those who were given its URL, on this machine, by no other page's leave. */
export interface Gatekeeper {
  /** The URL of a page, `/` say, with the session's key in it. */
  urlOf(path: string): string;
  admit(request: Request): Admission;
  /** Whether a socket comes from the page itself. */
  admitsSocket(request: IncomingMessage): boolean;
}

/**
 * Makes a gatekeeper with a key of its own, for a server at `baseUrl` (`http://127.0.0.1:PORT`). The key travels in a URL once
 * and then in a cookie that no other site can read, or make use of. Any other `Host` is refused, so that a name that somebody points
 * at 127.0.0.1 (DNS rebinding) gets nothing, and so is any other `Origin`.
 */
export function createGatekeeper(baseUrl: string): Gatekeeper {
  const key = randomBytes(32).toString('base64url');
  const { host, port } = new URL(baseUrl);
  // Cookies of one host are shared by all its ports: two playgrounds must not overwrite each other's.
  const cookieName = `playground-${port}`;
  const isKey = (given: string | undefined) => given !== undefined && sameText(given, key);
  const hasCookie = (header: string | null | undefined) =>
    (header ?? '').split('; ').some((pair) => pair.startsWith(`${cookieName}=`) && isKey(pair.split('=')[1]));

  return {
    urlOf: (path) => `${baseUrl}${path}?key=${key}`,
    admit: (request) => {
      const origin = request.headers.get('origin');
      if (request.headers.get('host') !== host) return { kind: 'out', why: 'That is not the address of this page.' };
      if (origin !== null && origin !== baseUrl) return { kind: 'out', why: 'Another site may not ask for this.' };
      if (request.method !== 'GET' && request.method !== 'HEAD') return { kind: 'out', why: 'Nothing is sent here.' };
      const url = new URL(request.url);
      if (isKey(url.searchParams.get('key') ?? undefined)) {
        // Not Strict: the file that leads a browser here is another site to it. Lax goes with a click or redirect, and
        // nothing here is changed by one; what a site loads or sends behind the scenes goes without.
        const cookie = `${cookieName}=${key}; HttpOnly; SameSite=Lax; Path=/`;
        return { kind: 'enter', cookie, location: url.pathname };
      }
      if (hasCookie(request.headers.get('cookie'))) return { kind: 'in' };
      return { kind: 'out', why: 'Open the whole address that the terminal printed, with the key at its end.' };
    },
    admitsSocket: ({ headers }) => headers.host === host && headers.origin === baseUrl && hasCookie(headers.cookie),
  };
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
