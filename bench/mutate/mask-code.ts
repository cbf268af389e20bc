/** What may stand before a slash that begins a regular expression. */
const beforeRegex = /(?:^|[(,=:[!&|?{};\n]|=>|\breturn)\s*$/;
const literal = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/y;
const comment = /\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
const quoted = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/y;
/** The text of a template up to its end or to what it has filled in. */
const templateText = /(?:\\[\s\S]|\$(?!\{)|[^`\\$])*(?:`|\$\{)/y;

/** TypeScript source with every comment, string, regular expression and template text blanked out, of the same length. */
export function maskCode(source: string): string {
  let code = '';
  /** How many braces are open inside each template that is being filled in. */
  const templates: number[] = [];
  const blank = (length: number, sign = ' ') => {
    code += source.slice(code.length, code.length + length).replaceAll(/[^\n]/g, sign);
  };
  while (code.length < source.length) {
    const at = code.length;
    const sign = source[at];
    const depth = templates.at(-1);
    const skipped = lengthAt(comment, source, at);
    const text =
      lengthAt(quoted, source, at) || (beforeRegex.test(code.slice(-40)) ? lengthAt(literal, source, at) : 0);
    if (skipped > 0) blank(skipped);
    else if (text > 0) blank(text, '"');
    else if (sign === '`' || (sign === '}' && depth === 0)) {
      if (sign === '}') templates.pop();
      blank(1 + lengthAt(templateText, source, at + 1), '"');
      if (source[code.length - 1] === '{') templates.push(0);
    } else {
      if (depth !== undefined && (sign === '{' || sign === '}'))
        templates.push((templates.pop() ?? 0) + (sign === '{' ? 1 : -1));
      code += sign;
    }
  }
  return code;
}

function lengthAt(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0].length ?? 0;
}
