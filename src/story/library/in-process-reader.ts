import type { ChapterReader } from './chapter-reader.js';
import { ReadingDesk } from './reading-desk.js';

/** Reads chapter files in this very thread, which is kept busy meanwhile: for command-line tools and tests. */
export function createInProcessReader(): ChapterReader {
  const desk = new ReadingDesk();
  return {
    survey: (files) => Promise.all(files.map((file) => desk.survey(file))),
    read: (files, light) => Promise.all(files.map((file) => desk.read(file, light))),
    close: () => Promise.resolve(),
  };
}
