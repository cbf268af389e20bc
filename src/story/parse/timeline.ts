import type { Timeline } from '../model.js';
import { readNumberPhrase } from './number-phrase.js';

type Unit = Extract<Timeline, { kind: 'offset' }>['unit'];

const unitNames = /^(?<unit>minute|hour|day|week|month|year|decade)s?\b/iu;
const many: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, 'a couple of': 2, 'a dozen': 12 };

/** Reads front matter: a signed duration (`-1 month`, `+2 weeks`, `3 days`) or an ISO date. `undefined` for all else. */
export function readTimeline(text: string): Timeline | undefined {
  const said = text.trim();
  if (/^\d{4}-\d{2}-\d{2}$/u.test(said)) return isDate(said) ? { kind: 'date', date: said } : undefined;
  const [, sign, amount, rest] = /^([+-]?)\s*(\d{1,6})\s*([a-z]+)$/iu.exec(said) ?? [];
  const unit = rest === undefined ? undefined : readUnit(rest);
  if (amount === undefined || unit === undefined) return undefined;
  return { kind: 'offset', amount: (sign === '-' ? -1 : 1) * Number(amount) * unit.times, unit: unit.unit };
}

function isDate(date: string): boolean {
  const time = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date);
}

function readUnit(text: string): { readonly unit: Unit; readonly times: number } | undefined {
  const name = unitNames.exec(text)?.groups?.['unit']?.toLowerCase();
  if (name === undefined) return undefined;
  return name === 'decade' ? { unit: 'year', times: 10 } : { unit: name as Unit, times: 1 };
}

const chapterIsFlashback = [
  /\bflash-?back\s+chapter\b/iu,
  /\b(?:this|here)(?:\s+(?:chapter|one|part))?\s*(?:is|['’]s|will be)\b[^.!?\n]{0,60}\bflash-?back\b(?!s)/iu,
  /\b(?:this|the)\s+(?:whole\s+|entire\s+)?chapter\b[^.!?\n]{0,40}\b(?:is|as)\b[^.!?\n]{0,40}\bflash-?back\b(?!s)/iu,
  /^\W*flash-?back\W*$/imu,
];
const notThisOne =
  /\b(?:not|isn['’]?t|no)\b[^.!?\n]{0,25}\bflash-?back|\b(?:next|last|previous|another|future)\b[^.!?\n]{0,40}\bflash-?back|\bflash-?back\s+(?:chapter|scene)s?\b[^.!?\n]{0,20}\b(?:next|later|soon|coming)/iu;

/** Whether a note announces that this chapter is a flashback; one that only says how flashbacks look does not. */
export function announcesFlashback(note: string): boolean {
  return sentences(note).some(
    (sentence) => chapterIsFlashback.some((each) => each.test(sentence)) && !notThisOne.test(sentence),
  );
}

/** Whether a note announces that this is a story in one chapter. */
export function announcesOneShot(note: string): boolean {
  return /\b(?:this|it|here)\b[^.!?\n]{0,20}\b(?:is|['’]s)\b[^.!?\n]{0,30}\bone-?shot\b(?!s)|^\W*(?:an?\s)?one-?shot\W*$/imu.test(
    note,
  );
}

/** How far back a note says that it goes: `going back ONE MONTH`, `two weeks earlier`, `set 3 years ago`. */
export function readTimeBack(note: string): Timeline | undefined {
  const length = String.raw`(?<length>(?:an?\s+(?:couple\s+of|dozen)|[\w-]+)\s+(?:minute|hour|day|week|month|year|decade)s?)`;
  const back = [
    new RegExp(String.raw`\b(?:back|rewind|rewinds|rewinding)\s+(?:in\s+time\s+|by\s+|about\s+)?${length}`, 'iu'),
    new RegExp(String.raw`\b${length}\s+(?:earlier|ago|before|prior|previously|back|in\s+the\s+past)\b`, 'iu'),
  ];
  const said = back.map((each) => each.exec(note)?.groups?.['length']).find((each) => each !== undefined);
  const [, amountText, unitText] = /^(.*)\s+(\S+)$/su.exec(said ?? '') ?? [];
  if (amountText === undefined || unitText === undefined) return undefined;
  const words = amountText.toLowerCase().replace(/\s+/gu, ' ');
  const amount = many[words] ?? readNumberPhrase(words)?.value;
  const unit = readUnit(unitText);
  if (amount === undefined || amount === 0 || unit === undefined) return undefined;
  return { kind: 'offset', amount: -amount * unit.times, unit: unit.unit };
}

function sentences(text: string): readonly string[] {
  return text.split(/(?<=[.!?])\s+|\n+/u);
}
