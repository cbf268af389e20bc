import type { Listing } from './previewer.js';

/** Finds a chapter's file by what a person types: its path, its file's name, its number, words of its title. */
export function findChapter({ stories }: Pick<Listing, 'stories'>, typed: string): string | undefined {
  const wanted = typed.replaceAll('\\', '/').toLowerCase();
  const chapters = stories.flatMap((story) => story.chapters);
  const ways: readonly ((file: string, label: string) => boolean)[] = [
    (file) => wanted === file || wanted.endsWith(`/${file}`),
    (file) => nameOf(wanted) === nameOf(file),
    (_, label) => `${withoutPart(label)}:`.startsWith(`chapter ${wanted}:`),
    (_, label) => label.includes(wanted),
  ];
  for (const fits of ways) {
    const found = chapters.find(({ file, label }) => fits(file.toLowerCase(), label.toLowerCase()));
    if (found !== undefined) return found.file;
  }
  return undefined;
}

/** A label in lower case without the part that it may begin with. */
function withoutPart(label: string): string {
  const [part, ...rest] = label.split(', chapter ');
  return rest.length === 0 ? `${part}` : `chapter ${rest.join(', chapter ')}`;
}

/** A file's name without folders and ending. */
function nameOf(file: string): string {
  return file.replace(/^.*\//u, '').replace(/\.(?:md|txt)$/u, '');
}
