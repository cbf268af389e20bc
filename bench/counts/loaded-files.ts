import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bundle = fileURLToPath(new URL('../../src/bundle/', import.meta.url));
/** What a start with a token loads later than the entry, by the names of the modules. */
const later = /^(?:app|threaded-reader)-/;

/** What `npm start` loads of the bundle before it answers. */
export function countLoadedFiles(): { readonly files: number; readonly bytes: number } {
  const loaded = new Map<string, number>();
  const load = (file: string) => {
    if (loaded.has(file)) return;
    const code = readFileSync(join(bundle, file), 'utf8');
    loaded.set(file, Buffer.byteLength(code));
    for (const [, imported = ''] of code.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+)"/g)) load(imported);
  };
  for (const file of readdirSync(bundle))
    if (file === 'main.js' || (later.test(file) && file.endsWith('.js'))) load(file);
  return { files: loaded.size, bytes: [...loaded.values()].reduce((sum, bytes) => sum + bytes, 0) };
}
