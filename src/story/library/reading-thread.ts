import { parentPort, workerData } from 'node:worker_threads';
import type { FileReading, FileSurvey } from './chapter-reader.js';
import { ReadingDesk } from './reading-desk.js';
import { type ReadingAnswers, type ReadingOrder, ReadingProgress } from './reading-messages.js';

/** Answers are sent together: at most that many, and after at most that many milliseconds of reading. */
const mostTogether = 32;
const longestHeldMs = 50;

/** The thread that reads chapter files: does one task after the other, file by file. */
function answerTasks(port: NonNullable<typeof parentPort>, progress: ReadingProgress): void {
  const desk = new ReadingDesk();
  let last: Promise<void> = Promise.resolve();

  const work = async ({ open, task }: ReadingOrder) => {
    let answers: { at: number; answer: FileSurvey | FileReading }[] = [];
    let sentAt = performance.now();
    const send = () => {
      port.postMessage({ id: task.id, answers } satisfies ReadingAnswers);
      answers = [];
      sentAt = performance.now();
    };
    const doAll = async <F>(files: readonly F[], act: (file: F) => Promise<FileSurvey | FileReading>) => {
      for (const at of open) {
        const file = files[at];
        if (file === undefined) continue;
        progress.begin(task.id, at);
        answers.push({ at, answer: await act(file) });
        if (answers.length >= mostTogether || performance.now() - sentAt > longestHeldMs) send();
      }
    };
    if (task.kind === 'survey') await doAll(task.files, (file) => desk.survey(file));
    else await doAll(task.files, (file) => desk.read(file, task.light));
    progress.begin();
    send();
  };
  port.on('message', (order: ReadingOrder) => {
    last = last.then(() => work(order));
  });
}

if (parentPort === null) throw new Error('This file is for a thread.');
answerTasks(parentPort, new ReadingProgress(workerData));
