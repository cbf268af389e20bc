import type { StoryLight } from '../parse-chapter.js';
import type { FileReading, FileSurvey, SurveyedFile } from './chapter-reader.js';
import type { ScannedFile } from './scan-folder.js';

/** What the reading thread is asked for; `id` comes back with the answers. */
export type ReadingTask =
  | { readonly id: number; readonly kind: 'survey'; readonly files: readonly ScannedFile[] }
  | { readonly id: number; readonly kind: 'read'; readonly files: readonly SurveyedFile[]; readonly light: StoryLight };

/** A task for the reading thread, and the places of those of its files that have no answer yet. */
export interface ReadingOrder {
  readonly task: ReadingTask;
  readonly open: readonly number[];
}

/** Answers to some files of a task, each with its place among them. */
export interface ReadingAnswers {
  readonly id: number;
  readonly answers: readonly { readonly at: number; readonly answer: FileSurvey | FileReading }[];
}

/**
 * What the reading thread is doing, in memory that both threads see: the task's id and the place of the file in it. No message
 * could say that while the thread is busy.
 */
export class ReadingProgress {
  readonly memory: SharedArrayBuffer;
  readonly #cells: Int32Array;

  constructor(memory = new SharedArrayBuffer(8)) {
    this.memory = memory;
    this.#cells = new Int32Array(memory);
    if (memory.byteLength !== 8) throw new Error('Progress is two numbers.');
  }

  /** The reading thread begins a file, or rests where none is given. */
  begin(id = 0, at = 0): void {
    Atomics.store(this.#cells, 1, at);
    Atomics.store(this.#cells, 0, id);
  }

  /** Which file is being read; undefined while none is. */
  get now(): { readonly id: number; readonly at: number } | undefined {
    const id = Atomics.load(this.#cells, 0);
    return id === 0 ? undefined : { id, at: Atomics.load(this.#cells, 1) };
  }
}
