import { analyse } from 'chardet';
import { decodeWindows1252 } from './windows-1252.js';

/** A text in an encoding that nothing in the file states. */
export interface GuessedText {
  readonly text: string;
  /** As in the WHATWG Encoding Standard: `windows-1252`, `shift_jis`. */
  readonly encoding: string;
}

/**
 * What the detector may find, and how it is decoded. ISO 8859 files hold no more than their Windows kin do, which browsers
 * read them as for that reason.
 */
const decoders: Readonly<Record<string, string>> = {
  'windows-1252': 'windows-1252',
  'ISO-8859-1': 'windows-1252',
  'windows-1250': 'windows-1250',
  'ISO-8859-2': 'windows-1250',
  'windows-1251': 'windows-1251',
  'ISO-8859-5': 'iso-8859-5',
  'KOI8-R': 'koi8-r',
  'windows-1253': 'windows-1253',
  'ISO-8859-7': 'windows-1253',
  'windows-1254': 'windows-1254',
  'ISO-8859-9': 'windows-1254',
  'windows-1255': 'windows-1255',
  'windows-1256': 'windows-1256',
  'windows-1257': 'windows-1257',
  'windows-1258': 'windows-1258',
  Shift_JIS: 'shift_jis',
  'EUC-JP': 'euc-jp',
  GB18030: 'gb18030',
  Big5: 'big5',
  'EUC-KR': 'euc-kr',
};

/** Enough of a file to know its language by; the detector takes its time. In bytes. */
const sampleSize = 65_536;
/** The detector's confidence, of 100, below which it only says that nothing else fits better. */
const leastConfidence = 8;
/** Of the characters beyond ASCII, what must be letters, quotation marks or dashes. */
const leastUsual = 0.85;

/** The text of a file that is not UTF-8, where one encoding makes sense of it. */
export function guessEncoding(bytes: Uint8Array): GuessedText | undefined {
  const wide = wideEncoding(bytes);
  if (wide) return decode(bytes, wide);
  if (bytes.includes(0) || isDamagedUtf8(bytes)) return undefined;
  const seen = new Set<string>();
  const candidates = analyse(sampleOf(bytes)).flatMap(({ name, confidence }) => {
    const encoding = confidence < leastConfidence ? undefined : decoders[name];
    if (encoding === undefined || seen.has(encoding)) return [];
    seen.add(encoding);
    return [encoding];
  });
  for (const encoding of candidates) {
    const guess = decode(bytes, encoding);
    if (guess && isUsual(guess.text)) return guess;
  }
  return undefined;
}

/** The lines with something beyond ASCII tell; a long beginning in plain English does not. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const start = Math.max(0, first - 1000);
  return bytes.subarray(start, start + sampleSize);
}

/** UTF-16 without its mark: every other byte of a text in a small alphabet is the same, and most often 0. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  if (bytes.length < 8 || bytes.length % 2 !== 0) return undefined;
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const few = sample.length / 100;
  const many = sample.length / 10;
  if (odd > many && even < few) return 'utf-16le';
  return even > many && odd < few ? 'utf-16be' : undefined;
}

/** Most that is beyond ASCII is good UTF-8: a file that was put together wrongly, which no other encoding makes whole. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  const bad = text.split('\ufffd').length - 1;
  const good = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  return good > bad * 2;
}

function decode(bytes: Uint8Array, encoding: string): GuessedText | undefined {
  if (encoding === 'windows-1252') return { text: decodeWindows1252(bytes), encoding };
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return undefined;
  }
}

const control = /[^\P{Cc}\s\u0085]|[\ufffd\ue000-\uf8ff]/u;
const usual = /[\p{L}\p{M}\p{Pi}\p{Pf}\p{Pd}\p{Ps}\p{Pe}\p{Po}\p{N}\p{Zs}]/u;
/** Signs and capitals where small letters should be: Polish in the eyes of Windows-1252. Catalan writes `l·l`. */
const unlikely = /\p{Ll}(?:[\u00a1-\u00b6\u00b8-\u00bf×÷]\p{L}|(?=\P{ASCII})\p{Lu}\p{Ll})/gu;

/** Control characters say that the encoding is another; so do symbols where letters and quotation marks should be. */
function isUsual(text: string): boolean {
  if (control.test(text)) return false;
  const beyond = text.match(/\P{ASCII}/gu) ?? [];
  const good = beyond.filter((sign) => usual.test(sign)).length - (text.match(unlikely)?.length ?? 0);
  return beyond.length > 0 && good >= beyond.length * leastUsual;
}
