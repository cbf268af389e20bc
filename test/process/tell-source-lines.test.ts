import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, expect, it } from 'vitest';

const teller = fileURLToPath(new URL('../../src/process/tell-source-lines.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'cliffhanger-lines-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const source = `
import { tellSourceLines } from ${JSON.stringify(teller)};

tellSourceLines();

function lightTheLamp(): never {
  throw new Error('There is no oil.');
}

try {
  lightTheLamp();
} catch (error) {
  console.log((error as Error).stack);
}
`;

async function stackOf(withMap: boolean): Promise<string> {
  const [written, bundled] = [join(folder, 'lamp.ts'), join(folder, 'out/lamp.js')];
  writeFileSync(written, source);
  await build({
    entryPoints: [written],
    outfile: bundled,
    bundle: true,
    minify: true,
    keepNames: true,
    platform: 'node',
    format: 'esm',
    sourcemap: true,
  });
  if (!withMap) writeFileSync(`${bundled}.map`, readFileSync(`${bundled}.map`, 'utf8').slice(0, 50));
  return spawnSync(process.execPath, [bundled], { encoding: 'utf8', cwd: folder }).stdout;
}

it('tells the lines that were written, in a minified bundle too', async () => {
  const stack = await stackOf(true);
  expect(stack).toContain('Error: There is no oil.\n');
  expect(stack).toMatch(/at lightTheLamp \(file:.*\/lamp\.ts:7:9\)\n/);
  expect(stack).toMatch(/lamp\.ts:11:3/);
});

it('tells the lines that run where the map cannot be read', async () => {
  expect(await stackOf(false)).toMatch(/Error: There is no oil\.\n.*out\/lamp\.js:\d+:\d+/s);
});
