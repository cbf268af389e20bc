import { readFile, rm, writeFile } from 'node:fs/promises';
import { toSourceFile } from '../source-file.js';
import { type ChangeRequest, proposeChange } from './change-file.js';
import type { DiffLine } from './diff-lines.js';
import { isOther, noStep, type Refusal } from './refusals.js';
import { replaceFile } from './replace-file.js';

/** What came of wanting a file read differently. */
export type ChangeOutcome =
  /** The file says so already, or says so now: `written` is the file that changed, relative to the chapters folder. */
  | { readonly kind: 'done'; readonly written?: string | undefined }
  /** What would be written into which file; `version` stands for exactly that. */
  | {
      readonly kind: 'proposal';
      readonly file: string;
      readonly isNew: boolean;
      readonly diff: readonly DiffLine[];
      readonly alsoIn: number;
      readonly version: string;
    }
  | Refusal;

/** Makes the changes of one session, and takes them back. Failures of the disk are thrown; no file is left half written. */
export interface Changes {
  propose(request: ChangeRequest): Promise<ChangeOutcome>;
  /** Writes what was proposed under that version, if it still would be the same. */
  write(request: ChangeRequest, version: string): Promise<ChangeOutcome>;
  /** Puts back what a file held before its last change here, byte by byte; refused where it was changed since. */
  undo(file: string): Promise<ChangeOutcome>;
  /** Which of some files was changed last, and can be put back. */
  lastChanged(files: readonly string[]): string | undefined;
}

interface Step {
  readonly file: string;
  readonly path: string;
  /** Undefined where there was no file. */
  readonly before: Uint8Array | undefined;
  /** The version that was written. */
  readonly after: string;
}

/** So many changes can be taken back. */
const mostSteps = 100;

/** Begins a session with nothing to take back. */
export function openChanges(): Changes {
  const steps: Step[] = [];
  return {
    async propose(request) {
      const proposal = await proposeChange(request);
      if (proposal.kind !== 'proposal') return proposal;
      const { target, before, diff, alsoIn, version } = proposal;
      return { kind: 'proposal', file: target.file, isNew: before === undefined, diff, alsoIn, version };
    },
    async write(request, version) {
      const proposal = await proposeChange(request);
      if (proposal.kind !== 'proposal') return proposal;
      if (proposal.version !== version) return isOther;
      const { target, before, bytes } = proposal;
      let replaced: Uint8Array | undefined;
      const isStill = (now: Uint8Array) => {
        replaced = now;
        return versionOf(now) === before?.version;
      };
      const isNew = before === undefined;
      const isWritten = await (isNew ? createFile(target.path, bytes) : replaceFile(target.path, bytes, isStill));
      if (!isWritten) return isOther;
      steps.push({ ...target, before: replaced, after: versionOf(bytes) });
      if (steps.length > mostSteps) steps.shift();
      return { kind: 'done', written: target.file };
    },
    async undo(file) {
      const step = steps.findLast((each) => each.file === file);
      if (step === undefined) return noStep;
      if (!(await putBack(step))) return isOther;
      steps.splice(steps.lastIndexOf(step), 1);
      return { kind: 'done', written: file };
    },
    lastChanged: (files) => steps.findLast((each) => files.includes(each.file))?.file,
  };
}

/** False, with nothing changed, where the file is not what the step made of it. */
async function putBack({ path, before, after }: Step): Promise<boolean> {
  const isStill = (now: Uint8Array) => versionOf(now) === after;
  try {
    if (before !== undefined) return await replaceFile(path, before, isStill);
    if (!isStill(await readFile(path))) return false;
    await rm(path);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}

/** False where a file of that name has come meanwhile. */
async function createFile(path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    await writeFile(path, bytes, { flag: 'wx' });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function versionOf(bytes: Uint8Array): string {
  return toSourceFile(bytes)?.version ?? '';
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
