import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const here = (file: string) => fileURLToPath(new URL(`../support/${file}`, import.meta.url));
const weeksMs = 7 * 86_400_000;

it('goes on beating, and says nothing, when the clock is set weeks forward and back again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cliffhanger-'));
  const shiftFile = join(folder, 'shift');
  await writeFile(shiftFile, '0');
  const heart = spawn(process.execPath, [`--import=${here('shifted-clock.mjs')}`, here('beats.mjs')], {
    env: { ...process.env, SHIFT_FILE: shiftFile },
  });
  let output = '';
  for (const stream of [heart.stdout, heart.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  try {
    await expect.poll(() => output.length, { timeout: 5_000 }).toBeGreaterThan(0);
    for (const shift of [5 * weeksMs, 0]) {
      await writeFile(shiftFile, `${shift}`);
      const before = output.length;
      await expect.poll(() => output.length, { timeout: 6_000 }).toBeGreaterThan(before + 1);
    }
    expect(output).toMatch(/^\.+$/);
  } finally {
    heart.kill('SIGKILL');
    await once(heart, 'exit');
    await rm(folder, { recursive: true });
  }
});
