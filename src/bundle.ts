import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

/**
 * A step of `npm run build`: packs what `npm start` and the reading thread load into a few files of `bundle/`, since a thousand
 * small ones take most of a start. The compiled modules stay where they are; those of the two entries become a line that loads
 * the bundle.
 */
const sources = fileURLToPath(new URL('../../src/', import.meta.url));
const compiled = fileURLToPath(new URL('./', import.meta.url));
const target = join(compiled, 'bundle');
const own = /^(?:\.\.\/)+(?:src|commands)\//;
const entries = ['main', 'story/library/reading-thread'];

/** Modules look for files beside themselves: in a bundle, still beside the compiled module. */
const keepPlaces: Plugin = {
  name: 'keep-places',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const place = join(compiled, relative(sources, path)).replace(/\.ts$/, '.js');
      const url = `new URL(${JSON.stringify(relative(target, place))}, import.meta.url).href`;
      return { contents: (await readFile(path, 'utf8')).replaceAll('import.meta.url', url), loader: 'ts' };
    }),
};

await rm(target, { recursive: true, force: true });
await build({
  // discord.js with all that it brings is a file of its own, so that stacks in our code are told without its map.
  entryPoints: [...entries.map((entry) => join(sources, `${entry}.ts`)), 'discord.js'],
  entryNames: '[name]',
  outdir: target,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  charset: 'utf8',
  sourcemap: true,
  sourcesContent: false,
  minifySyntax: true,
  minifyWhitespace: true,
  // What is compiled for this machine, and what discord.js and ws would take if somebody had installed it.
  external: ['sqlite3', 'esbuild', 'zlib-sync', 'bufferutil', 'utf-8-validate'],
  // Modules of the older kind ask for `require`.
  banner: { js: "import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);" },
  chunkNames: '[name]-[hash]',
  plugins: [keepPlaces],
  logLevel: 'warning',
});
for (const file of (await readdir(target)).filter((name) => name.endsWith('.map'))) {
  const map = join(target, file);
  const { sources: mapped }: { sources: string[] } = JSON.parse(await readFile(map, 'utf8'));
  // Reading these would hold up the first stack for longer than anything in it is worth.
  if (!mapped.some((source) => own.test(source))) await rm(map);
}
for (const entry of entries) {
  const file = join(compiled, `${entry}.js`);
  const bundled = `./${relative(dirname(file), join(target, basename(file)))}`;
  await writeFile(file, `import '${bundled}';\n`);
}
