/** What opens a quotation, with what closes it; straight quotes and the guillemets of both directions among them. */
const closers: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
};

/**
 * Tells whether a quotation that began in the paragraph is open at an offset; asked with growing offsets. `from` is where it
 * begins to look: what was opened before is not known.
 */
export function speechReader(text: string, from: number): (at: number) => boolean {
  let read = from;
  let close = '';
  return (at) => {
    for (; read < at; read += 1) {
      const char = text.charAt(read);
      if (char === '\n') close = '';
      else if (close === '') close = closers[char] ?? '';
      else if (close.includes(char)) close = '';
    }
    return close !== '';
  };
}
