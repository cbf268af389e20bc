import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../.ci/run', import.meta.url));
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** What the script looks for or calls; none of it may be the machine's own, where it would install and test for real. */
const tools = ['python3', 'make', 'g++', 'chromium', 'apt-get', 'npm', 'npx'];

/** Notes each call with what CI was set to, and fails for the one that FAIL names. */
const stub = (tool: string) => `#!/usr/bin/env bash
echo "CI=\${CI:-} ${tool} $*" >> "$CALLS"
[ "${tool} $*" != "\${FAIL:-}" ]
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cliffhanger-ci-'));
  for (const name of ['.ci', 'stubs']) mkdirSync(join(folder, name));
  copyFileSync(script, join(folder, '.ci/run'));
  for (const tool of tools) writeFileSync(join(folder, 'stubs', tool), stub(tool), { mode: 0o755 });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs a copy of the script in which one command fails: how it ended, and what it called. */
function runCi(fail = '') {
  const calls = join(folder, 'calls');
  const { PATH = '' } = process.env;
  const env = { PATH: `${join(folder, 'stubs')}:${PATH}`, CALLS: calls, FAIL: fail };
  const { status } = spawnSync('bash', [join(folder, '.ci/run')], { env });
  return { status, calls: readFileSync(calls, 'utf8').trim().split('\n') };
}

describe.skipIf(process.platform === 'win32')('the CI script', () => {
  it("ends well where all does, having run the README's own test command with CI set", () => {
    const { status, calls } = runCi();
    expect(status).toBe(0);
    expect(readme).toContain('\nnpm ci && npm test\n');
    expect(readFileSync(script, 'utf8')).toContain("'npm ci && npm test'");
    expect(calls.slice(0, 2)).toEqual(['CI=true npm ci', 'CI=true npm test']);
    for (const call of calls) expect(call).toMatch(/^CI=true /);
  });

  it('fails, and goes no further, where any of its commands does', () => {
    const everything = runCi().calls.map((call) => call.replace('CI=true ', ''));
    expect(everything.length).toBeGreaterThan(5);
    for (const [index, command] of everything.entries()) {
      rmSync(join(folder, 'calls'));
      const { status, calls } = runCi(command);
      expect(status, `${command} failed`).not.toBe(0);
      expect(calls, `after ${command}`).toHaveLength(index + 1);
    }
  });
});
