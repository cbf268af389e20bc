/** A chapter of plain text with so many paragraphs; every paragraph is told apart by its number. */
export function chapterText(number: number, title: string, paragraphs: number): string {
  const sentences =
    'The rain had not let up since noon, and the lamp by the gate swung on its hook. Nobody came to take it in. ';
  const body = Array.from(
    { length: paragraphs },
    (_, index) => `Paragraph ${number}.${index + 1}. ${sentences.repeat(3).trim()}`,
  );
  return [`Chapter ${number}: ${title}`, ...body].join('\n\n');
}
