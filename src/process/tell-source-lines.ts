import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

/** `file:///…/main.js:12:345` in a line of a stack. */
const place = /(file:\/\/[^\s()]+\.js):(\d+):(\d+)/;

/**
 * From here on a stack tells the lines that were written instead of those that were compiled or bundled from them, wherever a
 * source map lies beside the code. Maps are read when a stack is asked for: Node's own `setSourceMapsEnabled` reads all of them
 * while it loads the code, which takes a tenth of a start.
 */
export function tellSourceLines(): void {
  const maps = new Map<string, SourceMap | undefined>();
  const mapOf = (url: string) => {
    if (!maps.has(url)) maps.set(url, readMap(url));
    return maps.get(url);
  };
  const written = (all: string, url: string, line: string, column: string) => {
    const origin = mapOf(url)?.findOrigin(Number(line), Number(column));
    return origin !== undefined && 'fileName' in origin && origin.fileName !== undefined
      ? `${new URL(origin.fileName, url).href}:${origin.lineNumber}:${origin.columnNumber}`
      : all;
  };
  Error.prepareStackTrace = (error, sites) =>
    [String(error), ...sites.map((site) => `    at ${String(site).replace(place, written)}`)].join('\n');
}

/** Code without a map, or with one that cannot be read, is told as it runs: a stack must not fail over it. */
function readMap(url: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${fileURLToPath(url)}.map`, 'utf8')));
  } catch {
    return undefined;
  }
}
