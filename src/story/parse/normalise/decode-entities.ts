import { decodeHTMLStrict } from 'entities';

const withEnd = /&(?:#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,31});/giu;
/** What web forms leave behind with its semicolon cut off; other words behind an ampersand are words. */
const withoutEnd = /&(?<name>nbsp|mdash|ndash|hellip|[lr][sd]quo|quot|#8\d{3}|#160|#39)(?![\w;=])/giu;
/** Decoded once too few: `&amp;mdash;`. */
const doubled =
  /&amp;(?=(?:#\d{2,5}|nbsp|quot|apos|mdash|ndash|hellip|[lr][sd]quo|[a-z]{1,2}(?:acute|grave|circ|uml|tilde|cedil|slash|lig));)/giu;

/**
 * Entities as the characters they mean. In Markdown those that could be taken for markup are left to its parser, which
 * knows them for words.
 */
export function decodeEntities(text: string, isMarkdown: boolean): string {
  if (!text.includes('&')) return text;
  return text
    .replace(doubled, '&')
    .replace(withoutEnd, '&$<name>;')
    .replace(withEnd, (entity) => {
      const meant = decodeHTMLStrict(entity).normalize();
      if (meant === entity || /^[\p{Cc}\p{Cs}\ufffd\ufdd0-\ufdef]/u.test(meant)) return entity;
      return isMarkdown && /^[!-/:-@[-`{-~]$/u.test(meant) && !/^["']$/u.test(meant) ? entity : meant;
    });
}
