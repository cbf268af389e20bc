/** What is judged of a chapter, each for itself. */
export const fields = [
  'number',
  'title',
  'kind',
  'notesBefore',
  'notesAfter',
  'inside',
  'text',
  'breaks',
  'paragraphs',
  'lines',
  'italics',
  'rating',
  'residue',
  'lost',
  'storyTitle',
  'order',
] as const;
export type Field = (typeof fields)[number];
