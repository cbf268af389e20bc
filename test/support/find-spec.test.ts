import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findSpec } from './find-spec.js';
import { MissingSpecReporter } from './missing-spec-reporter.js';

const script = fileURLToPath(new URL('fetch-spec.mjs', import.meta.url));
const spec = JSON.stringify({ openapi: '3.1.0', paths: { '/users/@me': {} } });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cliffhanger-spec-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe("Discord's spec", () => {
  it('is what DISCORD_SPEC names, or else the first that is there', async () => {
    const [mine, fetched, missing] = [join(folder, 'mine.json'), join(folder, 'fetched.json'), join(folder, 'missing')];
    for (const file of [mine, fetched]) await writeFile(file, spec);
    expect(findSpec(mine, [fetched])).toBe(mine);
    expect(findSpec('', [missing, fetched, mine])).toBe(fetched);
    expect(findSpec('', [missing])).toBeUndefined();
    expect(() => findSpec(missing, [fetched])).toThrow(/DISCORD_SPEC is ".*missing", expected .* no such file/);
  });

  it('that is missing is told of at the end of a run, and only then', () => {
    const said: string[] = [];
    const say = (text: string) => void said.push(text);
    new MissingSpecReporter(() => 'openapi.json', say).onTestRunEnd();
    expect(said).toEqual([]);
    new MissingSpecReporter(() => undefined, say).onTestRunEnd();
    expect(said.join('')).toMatch(/not at hand.*npm run fetch-spec.*DISCORD_SPEC=/s);
  });
});

describe('npm run fetch-spec', () => {
  /** Fetches from a server that answers so, into `.cache/spec.json` in the folder. */
  async function fetchFrom(status: number, body: string) {
    const server = createServer((_request, response) => void response.writeHead(status).end(body)).listen(
      0,
      '127.0.0.1',
    );
    await once(server, 'listening');
    const address = server.address();
    const port = address instanceof Object ? address.port : 0;
    const DISCORD_SPEC_URL = `http://127.0.0.1:${port}/openapi.json`;
    const child = spawn(process.execPath, [script, join(folder, '.cache/spec.json')], { env: { DISCORD_SPEC_URL } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
    const [code] = await once(child, 'close');
    server.close();
    return { code, output };
  }

  it('puts it where the tests look, and replaces an older one', async () => {
    expect(await fetchFrom(200, spec)).toMatchObject({
      code: 0,
      output: expect.stringContaining('The tests judge by it'),
    });
    const newer = spec.replace('3.1.0', '3.1.1');
    await fetchFrom(200, newer);
    expect(await readFile(join(folder, '.cache/spec.json'), 'utf8')).toBe(newer);
  });

  it.each([
    [404, spec, 'it answers 404'],
    [200, '<html>', 'is not valid JSON'],
    [200, '{"a": 1}', 'no OpenAPI spec'],
  ])('says what is wrong with %i %s, and leaves the one that is there', async (status, body, words) => {
    await fetchFrom(200, spec);
    const { code, output } = await fetchFrom(status, body);
    expect(code).toBe(1);
    expect(output).toContain('could not be fetched from http://127.0.0.1:');
    expect(output).toContain(words);
    expect(await readdir(join(folder, '.cache'))).toEqual(['spec.json']);
    expect(await readFile(join(folder, '.cache/spec.json'), 'utf8')).toBe(spec);
  });
});
