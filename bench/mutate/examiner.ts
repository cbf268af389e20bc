import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Tests that take longer than this hang: a mutant was noticed. */
const longestMs = 240_000;
/** The same of those that wait for nothing. */
const longestSharedMs = 90_000;
/** These wait for sockets and clocks: on a busy machine one may fail by itself. */
const waits = /^test\/(?:e2e|cli|store|process|tryout)\//;

interface Ended {
  /** Null where it had to be ended. */
  readonly code: number | null;
  readonly isLate: boolean;
  readonly output: string;
}

/** Asks tests about a copy of the project in a folder. */
export class Examiner {
  readonly #folder: string;
  readonly #workers: number;
  /** Test files that pass where nothing is wrong, and those that do not: these notice nothing. */
  readonly #sound = new Map<string, boolean>();
  /** What is changed at present. */
  #mutated: { readonly file: string; readonly source: string; readonly mutated: string } | undefined;

  constructor(folder: string, workers: number) {
    this.#folder = folder;
    this.#workers = workers;
  }

  /** Whether the project compiles as it stands; what is compiled is then what the tests of processes start. */
  async compile(): Promise<boolean> {
    const tsc = join(this.#folder, 'node_modules/typescript/bin/tsc');
    const state = join(this.#folder, 'dist/state.tsbuildinfo');
    const args = [tsc, '-p', 'tsconfig.build.json', '--incremental', '--tsBuildInfoFile', state];
    return (await this.#run(args)).code === 0;
  }

  /** Puts a mutant in the place of a file, and tells whether it compiles. */
  async put(file: string, mutated: string, source: string): Promise<boolean> {
    this.#mutated = { file, mutated, source };
    writeFileSync(join(this.#folder, file), mutated);
    return this.compile();
  }

  /** Puts back what the mutant replaced. */
  takeBack(): void {
    if (this.#mutated !== undefined) writeFileSync(join(this.#folder, this.#mutated.file), this.#mutated.source);
    this.#mutated = undefined;
  }

  /** The test file that notices first what is changed, or `time-out`; undefined where none does. Tests are asked stage by stage. */
  async killer(stages: readonly (readonly string[])[]): Promise<string | undefined> {
    for (const tests of stages) {
      let asked = tests.filter((test) => this.#sound.get(test) !== false);
      while (asked.length > 0) {
        const failed = await this.#failing(asked);
        if (failed === undefined) break;
        if (await this.#isNoticed(failed, asked)) return failed;
        console.log(`${failed} fails by itself, and is left out.`);
        asked = asked.filter((test) => test !== failed && failed !== 'time-out');
      }
    }
    return undefined;
  }

  /** Whether a failure comes of the mutant: it comes again, and not without. */
  async #isNoticed(failed: string, asked: readonly string[]): Promise<boolean> {
    const tests = asked.includes(failed) ? [failed] : asked;
    const isDoubtful = !asked.includes(failed) || waits.test(failed);
    if (isDoubtful && (await this.#failing(tests)) === undefined) return false;
    const name = tests.join(' ');
    const sound = this.#sound.get(name) ?? (await this.#passesUnchanged(tests));
    this.#sound.set(name, sound);
    return sound;
  }

  async #passesUnchanged(tests: readonly string[]): Promise<boolean> {
    const changed = this.#mutated;
    this.takeBack();
    await this.compile();
    const passes = (await this.#failing(tests)) === undefined;
    if (changed !== undefined) await this.put(changed.file, changed.mutated, changed.source);
    return passes;
  }

  /** The first test file that fails, or `time-out`, or `an error` where none is named; undefined where all pass. */
  async #failing(tests: readonly string[]): Promise<string | undefined> {
    const vitest = join(this.#folder, 'node_modules/vitest/vitest.mjs');
    const cache = [
      '--experimental.fsModuleCache',
      `--experimental.fsModuleCachePath=${join(this.#folder, 'dist/vitest')}`,
    ];
    // What waits for nothing shares its modules: reading them takes longer than such tests do.
    const sharing = tests.some((test) => waits.test(test)) ? [] : ['--no-isolate'];
    const options = ['--bail', '1', '--reporter', 'dot', ...cache, ...sharing];
    const { code, isLate, output } = await this.#run(
      [vitest, 'run', ...options, ...tests],
      sharing.length > 0 ? longestSharedMs : longestMs,
    );
    if (code === 0) return undefined;
    // Somebody needed the machine.
    if (code === null && !isLate) return this.#failing(tests);
    return isLate ? 'time-out' : (/FAIL\s+(?:\|\w+\|\s+)?(\S+\.test\.ts)/.exec(output)?.[1] ?? 'an error');
  }

  async #run(args: readonly string[], mostMs = longestMs): Promise<Ended> {
    const child = spawn(process.execPath, args, {
      cwd: this.#folder,
      // Said on the command line, the projects of the configuration would not hear of it.
      env: { ...process.env, NO_COLOR: '1', VITEST_MAX_WORKERS: String(this.#workers) },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    let isLate = false;
    // Its workers with it: a mutant may have them run for ever.
    const timer = setTimeout(() => {
      isLate = true;
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    }, mostMs);
    const code = await new Promise<number | null>((resolve) => child.on('exit', resolve));
    clearTimeout(timer);
    return { code, isLate, output };
  }
}
