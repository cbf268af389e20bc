import type { SourceLine } from '../source-lines.js';

const fence = /^[^\S\n]{0,3}(?<marks>`{3,}(?=[^`]*$)|~{3,})(?<info>.*)$/u;

/** Marks the lines of fenced code in Markdown. A fence that is never closed is none: the rest of a chapter is no code. */
export function markFencedCode(lines: readonly SourceLine[]): readonly SourceLine[] {
  const fences = lines.flatMap((line, at) => {
    const found = /^\s{0,3}[`~]{3}/u.test(line.text) ? fence.exec(line.text)?.groups : undefined;
    return found ? [{ at, marks: found['marks'] ?? '', isBare: (found['info'] ?? '').trim() === '' }] : [];
  });
  if (fences.length === 0) return lines;
  const code = new Set<number>();
  const literal = new Set<number>();
  // The last closing fence of each kind, so that many open ones are not looked for again and again.
  let open: (typeof fences)[number] | undefined;
  for (const [index, each] of fences.entries()) {
    if (open) {
      if (each.marks[0] !== open.marks[0] || each.marks.length < open.marks.length || !each.isBare) continue;
      for (let at = open.at; at <= each.at; at += 1) code.add(at);
      open = undefined;
    } else if (isAlone(lines, each.at) && each.marks.startsWith('~') && each.isBare) continue;
    else if (fences.slice(index + 1, index + 50).some((later) => later.marks[0] === each.marks[0] && later.isBare))
      open = each;
    else literal.add(each.at);
  }
  if (open) literal.add(open.at);
  return lines.map((line, at) => {
    if (code.has(at)) return { ...line, is: 'code' as const };
    return literal.has(at) ? { ...line, text: line.text.replace(/[`~]/u, '\\$&') } : line;
  });
}

/** A line of tildes between blank lines is a scene break to authors. */
function isAlone(lines: readonly SourceLine[], at: number): boolean {
  return (lines[at - 1]?.text.trim() ?? '') === '' && (lines[at + 1]?.text.trim() ?? '') === '';
}
