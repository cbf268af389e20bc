import { Worker } from 'node:worker_threads';
import type { ChapterReader, FileReading, FileSurvey } from './chapter-reader.js';
import { type ReadingAnswers, type ReadingOrder, ReadingProgress, type ReadingTask } from './reading-messages.js';
import { readingFailed, readingTooSlow } from './reading-problems.js';

/** What a thread that reads may take. */
export interface ThreadLimits {
  /** Milliseconds for one file; 10,000 by default. */
  readonly limitMs?: number;
  /** Milliseconds for which a thread without work is kept; 30,000 by default. */
  readonly idleMs?: number;
  /** MiB of memory; 256 by default, of which a chapter of 1 MiB takes a half. */
  readonly memoryMb?: number;
}

/** A thread that ended so often before it came to a file cannot be started at all. */
const mostBadStarts = 2;

type Answer = FileSurvey | FileReading;

/** Files that somebody waits for. */
interface Job {
  readonly task: ReadingTask;
  /** By place; undefined while there is none. */
  readonly answers: (Answer | undefined)[];
  readonly resolve: (answers: readonly Answer[]) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Reads chapter files in a thread of its own, which is started when it is needed and ended when it is not. A file over the
 * limit ends the thread and is held; a thread that ends by itself costs the file that it was at. The rest is read by a new one.
 */
export function createThreadedReader({
  idleMs = 30_000,
  limitMs = 10_000,
  memoryMb = 256,
}: ThreadLimits = {}): ChapterReader {
  return new ThreadedReader({ idleMs, limitMs, memoryMb });
}

class ThreadedReader implements ChapterReader {
  readonly #limits: Required<ThreadLimits>;
  readonly #jobs = new Map<number, Job>();
  #thread: Thread | undefined;
  #lastId = 0;
  #badStarts = 0;
  #idle: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(limits: Required<ThreadLimits>) {
    this.#limits = limits;
  }

  async survey(files: Parameters<ChapterReader['survey']>[0]): Promise<readonly FileSurvey[]> {
    return (await this.#ask((id) => ({ id, kind: 'survey', files }))) as readonly FileSurvey[];
  }

  async read(...[files, light]: Parameters<ChapterReader['read']>): Promise<readonly FileReading[]> {
    return (await this.#ask((id) => ({ id, kind: 'read', files, light }))) as readonly FileReading[];
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#idle);
    for (const { reject } of this.#jobs.values()) reject(new Error('The reader was closed.'));
    this.#jobs.clear();
    await this.#end();
  }

  #ask(taskOf: (id: number) => ReadingTask): Promise<readonly Answer[]> {
    this.#lastId += 1;
    const task = taskOf(this.#lastId);
    if (this.#isClosed) return Promise.reject(new Error('The reader was closed.'));
    if (task.files.length === 0) return Promise.resolve([]);
    return new Promise((resolve, reject) => {
      const job: Job = { task, answers: task.files.map(() => undefined), resolve, reject };
      this.#jobs.set(task.id, job);
      this.#post(job);
    });
  }

  /** Asks for what has no answer yet. */
  #post({ answers, task }: Job): void {
    clearTimeout(this.#idle);
    this.#thread ??= this.#start();
    this.#thread.worker.ref();
    const open = answers.flatMap((answer, at) => (answer === undefined ? [at] : []));
    this.#thread.worker.postMessage({ task, open } satisfies ReadingOrder);
  }

  #start(): Thread {
    const progress = new ReadingProgress();
    const worker = new Worker(new URL('./reading-thread.js', import.meta.url), {
      workerData: progress.memory,
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.memoryMb, maxYoungGenerationSizeMb: 16 },
      execArgv: [],
    });
    const watch = watchProgress(progress, this.#limits.limitMs, (stuck) => this.#giveUp(stuck, 'slow'));
    const thread: Thread = { worker, progress, watch };
    let error: unknown = new Error('the thread ended');
    worker.on('message', (answers: ReadingAnswers) => this.#take(answers));
    worker.on('error', (reason) => {
      error = reason;
    });
    worker.on('exit', () => {
      if (this.#thread === thread) this.#giveUp(progress.now, error);
    });
    return thread;
  }

  #take({ id, answers }: ReadingAnswers): void {
    this.#badStarts = 0;
    const job = this.#jobs.get(id);
    if (job === undefined) return;
    for (const { at, answer } of answers) job.answers[at] = answer;
    this.#settle(job);
  }

  #settle({ answers, resolve, task }: Job): void {
    const done = answers.filter((answer) => answer !== undefined);
    if (done.length < answers.length) return;
    this.#jobs.delete(task.id);
    resolve(done);
    if (this.#jobs.size > 0) return;
    this.#thread?.worker.unref();
    this.#idle = setTimeout(() => void this.#end(), this.#limits.idleMs).unref();
  }

  /** Ends the thread, answers for the file that it was at, and has the rest read by a new one. */
  #giveUp(at: Place | undefined, why: unknown): void {
    void this.#end();
    this.#badStarts = at === undefined ? this.#badStarts + 1 : 0;
    const isHopeless = this.#badStarts >= mostBadStarts;
    for (const job of [...this.#jobs.values()]) {
      job.task.files.forEach((file, place) => {
        const isAt = at?.id === job.task.id && at.at === place;
        if (job.answers[place] !== undefined || !(isAt || isHopeless)) return;
        const name = 'digest' in file ? file.file.file : file.file;
        const problem = why === 'slow' ? readingTooSlow(name, this.#limits.limitMs) : readingFailed(name, why);
        job.answers[place] = { kind: 'unread', problem };
      });
      this.#settle(job);
      if (this.#jobs.has(job.task.id)) this.#post(job);
    }
  }

  async #end(): Promise<void> {
    const thread = this.#thread;
    this.#thread = undefined;
    clearInterval(thread?.watch);
    await thread?.worker.terminate();
  }
}

interface Thread {
  readonly worker: Worker;
  readonly progress: ReadingProgress;
  readonly watch: NodeJS.Timeout;
}

type Place = NonNullable<ReadingProgress['now']>;

/** Looks so often within the limit; a machine that slept has not looked meanwhile. */
const looks = 10;

/** Calls `onStuck` once the same file has been read for `limitMs`. */
function watchProgress(progress: ReadingProgress, limitMs: number, onStuck: (at: Place) => void): NodeJS.Timeout {
  let seen: Place | undefined;
  let count = 0;
  const look = () => {
    const { now } = progress;
    count = now?.id === seen?.id && now?.at === seen?.at ? count + 1 : 0;
    seen = now;
    if (now !== undefined && count >= looks) onStuck(now);
  };
  return setInterval(look, limitMs / looks).unref();
}
