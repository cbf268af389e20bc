// `npm run fetch-spec [file]`: downloads Discord's public OpenAPI spec to where the tests look for it. Exits 1 where it cannot.
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const source =
  process.env['DISCORD_SPEC_URL'] ??
  'https://raw.githubusercontent.com/discord/discord-api-spec/main/specs/openapi.json';
const target = process.argv[2] ?? fileURLToPath(new URL('../../.cache/discord-openapi.json', import.meta.url));

async function download() {
  const response = await fetch(source, { signal: AbortSignal.timeout(60_000) });
  if (!response.ok) throw new Error(`it answers ${response.status}`);
  const text = await response.text();
  const { openapi, paths } = JSON.parse(text);
  if (typeof openapi !== 'string' || typeof paths !== 'object') throw new Error('what it sends is no OpenAPI spec');
  return text;
}

try {
  const text = await download();
  await mkdir(dirname(target), { recursive: true });
  const part = `${target}.part-${process.pid}`;
  try {
    await writeFile(part, text);
    await rename(part, target);
  } finally {
    await rm(part, { force: true });
  }
  process.stdout.write(
    `Discord's spec is in ${target} now (${Math.round(text.length / 1024)} KiB). The tests judge by it.\n`,
  );
} catch (error) {
  const words = error.cause?.message ?? error.message;
  process.stderr.write(
    `Discord's spec could not be fetched from ${source} to ${target}: ${words}. ` +
      'Try again, or download it yourself and name it with DISCORD_SPEC=/path/openapi.json.\n',
  );
  process.exitCode = 1;
}
