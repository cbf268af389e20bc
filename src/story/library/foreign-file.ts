import type { Problem } from '../model.js';

/** Files of one sort that are not read, with what to do about them. */
interface ForeignKind {
  readonly endings: RegExp;
  /** A warning where the file may well be a chapter; else it is only named. */
  readonly severity: 'warning' | 'info';
  readonly what: string;
  readonly fix: string;
}

const asText = 'save it as plain text (.txt, with the encoding UTF-8) or as Markdown (.md)';

const kinds: readonly ForeignKind[] = [
  {
    endings: /^story\.(?:json|toml|ya?ml\.\w{2,4})$/iu,
    severity: 'warning',
    what: 'It looks as if it were meant to be the story.yaml, and is not read under this name.',
    fix: 'Rename it to `story.yaml`, with lines such as `title: …` and `rating: …` in it, or remove it.',
  },
  {
    endings: /\.(?:docx?|docm|dotx?|odt|fodt|ott|rtf|pages|wps|wpd|abw|scriv|scrivx)$/iu,
    severity: 'warning',
    what: 'It is a word processor’s file, which is not read.',
    fix: `Open it where you wrote it and ${asText}.`,
  },
  {
    endings: /\.(?:gdoc|gdocx)$/iu,
    severity: 'warning',
    what: 'It is only a link to Google Docs, with no text in it.',
    fix: 'In Google Docs, choose File, Download, “Plain text (.txt)” or “Markdown (.md)”, and put that file here.',
  },
  {
    endings: /\.(?:epub|mobi|azw\d?|kfx|fb2|lit|prc|djvu|cb[rz])$/iu,
    severity: 'warning',
    what: 'It is an e-book, which is not read.',
    fix: 'Convert it to plain text (Calibre does that), and make a .txt file of every chapter.',
  },
  {
    endings: /\.pdf$/iu,
    severity: 'warning',
    what: 'It is a PDF, which has pages in place of paragraphs and is not read.',
    fix: `Go back to the file that it was made from and ${asText}.`,
  },
  {
    endings: /\.(?:html?|xhtml|mht|mhtml|webarchive|url|webloc|php)$/iu,
    severity: 'warning',
    what: 'It is a web page, which is not read.',
    fix: 'Open it in a browser, copy the chapter into a text editor, and save it as .txt with the encoding UTF-8.',
  },
  {
    endings: /\.(?:zip|rar|7z|tar|gz|tgz|bz2|xz)$/iu,
    severity: 'warning',
    what: 'It is packed, and what is in it is not read.',
    fix: 'Unpack it, and put its .txt and .md files here.',
  },
  {
    endings: /\.(?:markdown|mdown|mdwn|mkdn?|mdx|rmd)$/iu,
    severity: 'warning',
    what: 'It is Markdown under an ending that is not read.',
    fix: 'Rename it so that it ends in .md.',
  },
  {
    endings: /\.(?:text|tex|txt\w|tx|t|asc|ascii|log|fountain|org|rst|adoc|bbcode|nfo)$/iu,
    severity: 'warning',
    what: 'It looks like text under an ending that is not read.',
    fix: 'If it is a chapter, rename it so that it ends in .txt.',
  },
  {
    endings: /\.(?:png|jpe?g|gif|webp|avif|bmp|svg|heic|tiff?|psd|kra)$/iu,
    severity: 'info',
    what: 'It is a picture; pictures are not posted yet.',
    fix: 'Nothing need be done.',
  },
  {
    endings: /^[^.]+$/u,
    severity: 'warning',
    what: 'Its name has no ending, so it is not read.',
    fix: 'If it is a chapter, add `.txt` or `.md` to its name.',
  },
];

const other: Omit<ForeignKind, 'endings'> = {
  severity: 'info',
  what: 'Chapters are .txt and .md files; this one is not read.',
  fix: 'If it is a chapter, save it as plain text (.txt, with the encoding UTF-8); else nothing need be done.',
};

/** Names a file that is not read, with what to do about it. `file` is relative to the chapters folder. */
export function foreignFile(file: string): Problem {
  const name = file.replace(/^.*\//u, '');
  const { severity, what, fix } = kinds.find(({ endings }) => endings.test(name)) ?? other;
  return { severity, code: 'foreign-format', at: { file, line: 1 }, message: what, fix };
}
