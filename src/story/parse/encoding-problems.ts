import { beginning } from '../../markup/shorten.js';
import type { Problem } from '../model.js';
import type { DecodedText } from './decode-text.js';
import { foreignFormats } from './foreign-format.js';

/** What the author should know of how a file's bytes were read; nothing for a file that states its encoding. */
export function encodingNotice(decoded: Extract<DecodedText, { ok: true }>): Omit<Problem, 'at'> | undefined {
  const fix = 'Nothing to do where that is right. To be sure, save the file again with the encoding UTF-8.';
  if (decoded.reading === 'guessed')
    return {
      severity: 'info',
      code: 'encoding-guessed',
      message: `It is not UTF-8 and was read as ${decoded.encoding}: “${firstWords(decoded.text)}”.`,
      fix,
    };
  if (decoded.reading === 'repaired')
    return {
      severity: 'info',
      code: 'encoding-repaired',
      message: `Its letters had been saved twice (\`â€™\` for ’) and were put right: “${firstWords(decoded.text)}”.`,
      fix,
    };
  return undefined;
}

/** Why a file is left out whose bytes are no text. */
export function undecodable(file: string, decoded: Extract<DecodedText, { ok: false }>): Problem {
  if (decoded.reason === 'foreign') {
    const { name, fix } = foreignFormats[decoded.format];
    return {
      severity: 'error',
      code: 'foreign-format',
      at: { file, line: 1 },
      message: `It is ${name} under the name of a text file. It is left out.`,
      fix,
    };
  }
  return {
    severity: 'error',
    code: 'unreadable-encoding',
    at: { file, line: decoded.line },
    message:
      decoded.reason === 'binary'
        ? 'It holds NUL bytes: it is no text file. It is left out.'
        : 'It is not UTF-8 from here on, and no other encoding makes clear sense of it. It is left out.',
    fix: 'Save it again with the encoding UTF-8.',
  };
}

/** The words around the first letter beyond ASCII: those show whether the encoding is right. */
function firstWords(text: string): string {
  const first = Math.max(0, text.search(/[^\p{ASCII}\ufeff]/u));
  const start = text.slice(Math.max(0, first - 30), first).search(/\S*$/u) + Math.max(0, first - 30);
  return beginning(beginning(text.slice(start), 60).replace(/\s+/gu, ' ').trim(), 40);
}
