import { encodingNotice } from '../parse/encoding-problems.js';
import { parseStoryFile } from '../parse/story-file.js';
import { readSurveyed, type StoryLight } from '../parse-chapter.js';
import { type ChapterSurvey, surveyChapter } from '../survey-chapter.js';
import type { FileReading, FileSurvey, SurveyedFile } from './chapter-reader.js';
import { type ReadText, readText } from './read-text.js';
import { readingFailed } from './reading-problems.js';
import { isStoryFile, type ScannedFile } from './scan-folder.js';

/** Surveys that were not read on yet are kept for at most this many bytes of files. */
const mostKept = 8 * 1_048_576;

/** Does the reading itself, one file at a time. Between survey and reading it keeps a file's blocks, so that no file is read twice. */
export class ReadingDesk {
  readonly #kept = new Map<string, Kept>();
  #bytes = 0;

  /** Reads of a file what it says by itself. Never rejects. */
  async survey(file: ScannedFile): Promise<FileSurvey> {
    this.#take(file);
    try {
      const read = await readText(file);
      if (!('text' in read)) return { kind: 'unread', problem: read };
      if (isStoryFile(file.file)) {
        return { kind: 'story', story: parseStoryFile({ file: file.file, text: read.text }) };
      }
      const survey = surveyText(file, read);
      this.#keep(file, { survey, digest: read.digest, bytes: file.size });
      const { language, reach, traits } = survey;
      return { kind: 'chapter', digest: read.digest, traits, reach, language };
    } catch (error) {
      return { kind: 'unread', problem: readingFailed(file.file, error) };
    }
  }

  /** Reads a surveyed file on, from the disk again where its survey is not kept any more. Never rejects. */
  async read({ file, digest }: SurveyedFile, light: StoryLight): Promise<FileReading> {
    try {
      const kept = this.#take(file) ?? (await surveyAgain(file));
      if (kept?.digest !== digest) return { kind: 'changed' };
      const { language, outline, traits, weighed, ...reading } = readSurveyed(kept.survey, light);
      return { kind: 'read', reading };
    } catch (error) {
      return { kind: 'unread', problem: readingFailed(file.file, error) };
    }
  }

  #keep(file: ScannedFile, kept: Kept): void {
    this.#kept.set(keyOf(file), kept);
    this.#bytes += kept.bytes;
    for (const [key, { bytes }] of this.#kept) {
      if (this.#bytes <= mostKept) return;
      this.#kept.delete(key);
      this.#bytes -= bytes;
    }
  }

  #take(file: ScannedFile): Kept | undefined {
    const kept = this.#kept.get(keyOf(file));
    if (kept !== undefined && this.#kept.delete(keyOf(file))) this.#bytes -= kept.bytes;
    return kept;
  }
}

interface Kept {
  readonly survey: ChapterSurvey;
  readonly digest: string;
  readonly bytes: number;
}

function keyOf({ file, path }: ScannedFile): string {
  return `${path}\n${file}`;
}

async function surveyAgain(file: ScannedFile): Promise<Pick<Kept, 'survey' | 'digest'> | undefined> {
  const read = await readText(file);
  return 'text' in read ? { survey: surveyText(file, read), digest: read.digest } : undefined;
}

function surveyText({ file }: ScannedFile, read: ReadText): ChapterSurvey {
  return surveyChapter({ file, text: read.text, notice: encodingNotice(read) });
}
