/** What a file turned out to be that is named as a text and is none. */
export type ForeignFormat = 'rtf' | 'html' | 'zip' | 'doc' | 'pdf';

/** What each of them is to its author, and how it becomes a text. */
export const foreignFormats = {
  rtf: { name: 'a rich text file (RTF)', fix: 'Open it in Word or LibreOffice, and save it as plain text (UTF-8).' },
  html: {
    name: 'a whole web page (HTML)',
    fix: 'Open it in a browser, copy the text of the chapter, and save that as plain text (UTF-8).',
  },
  zip: {
    name: 'a Word document (.docx), an e-book or another zip archive',
    fix: 'Open it in the program that wrote it, and save it as plain text (UTF-8).',
  },
  doc: {
    name: 'an old Word document (.doc)',
    fix: 'Open it in Word or LibreOffice, and save it as plain text (UTF-8).',
  },
  pdf: { name: 'a PDF', fix: 'Open it, copy the text of the chapter, and save that as plain text (UTF-8).' },
} as const satisfies Record<ForeignFormat, { readonly name: string; readonly fix: string }>;

/** The first bytes of each format, as its specification gives them. */
const signatures: readonly (readonly [ForeignFormat, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['doc', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
];

/** Knows a format by the first bytes of a file. */
export function foreignBytes(bytes: Uint8Array): ForeignFormat | undefined {
  return signatures.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte))?.[0];
}

/** Knows a format by how its text begins. Tags alone make no page: drafts for an archive's form have them. */
export function foreignText(text: string): ForeignFormat | undefined {
  const start = text.slice(0, 1000).replace(/^[\s\ufeff]+/u, '');
  if (/^\{\\rtf\d?/u.test(start)) return 'rtf';
  return /^(?:<\?xml[^<>]*>\s*)?(?:<!--[^<>]*-->\s*)?<(?:!doctype\s+html|html)(?=[\s>])/iu.test(start)
    ? 'html'
    : undefined;
}
