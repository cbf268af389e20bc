import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * The last step of `npm run build`: bundles the page's client from its sources into `assets` beside the compiled server, with
 * the fonts that its stylesheet names, so that nothing has to be fetched from anywhere.
 */
const sources = fileURLToPath(new URL('../../../src/web/client/', import.meta.url));
const assets = fileURLToPath(new URL('./assets/', import.meta.url));

await rm(assets, { recursive: true, force: true });
await build({
  entryPoints: [join(sources, 'page.ts'), join(sources, 'page.css')],
  outdir: assets,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  loader: { '.woff2': 'file' },
  assetNames: '[name]',
  logLevel: 'warning',
});
await copyFile(join(sources, 'index.html'), join(assets, 'index.html'));
