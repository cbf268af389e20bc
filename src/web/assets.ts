import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

/** A built file, ready to be served. */
export interface Asset {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};

/**
 * Reads every built file of the page into memory, by its path below `folder` with forward slashes. What is not in there is
 * not served, so no path can lead out. Throws where the page was not built.
 */
export async function loadAssets(folder: string): Promise<ReadonlyMap<string, Asset>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    throw new Error(`The page is not built: ${folder} is missing. Run "npm run build".`, { cause });
  });
  const files = entries.filter((entry) => entry.isFile() && contentTypes[extname(entry.name)] !== undefined);
  const loaded = files.map(async (entry): Promise<[string, Asset]> => {
    const path = join(entry.parentPath, entry.name);
    const contentType = contentTypes[extname(entry.name)] ?? 'application/octet-stream';
    return [relative(folder, path).split(sep).join('/'), { bytes: new Uint8Array(await readFile(path)), contentType }];
  });
  return new Map(await Promise.all(loaded));
}
