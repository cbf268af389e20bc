import { html, type TemplateResult } from 'lit';
import type { Sheet } from '../../../preview/sheet.js';
import { drawOptions } from '../menu-options.js';

const kinds = ['chapter', 'prologue', 'interlude', 'flashback', 'epilogue', 'one-shot'] as const;

/** Draws what was understood of a chapter, and the fields in which its heading is read differently. */
export function renderFacts({ facts, heading }: Sheet): TemplateResult {
  if (heading === undefined) return html`<p>This file gives no chapter. What is in the way stands below.</p>`;
  const { number, title, kind } = heading;
  const options = kinds.map((each) => ({ value: each, label: each, isChosen: each === kind }));
  return html`<dl class="facts">${facts.map(({ name, value }) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
    <details class="reading">
      <summary>Read the heading differently</summary>
      <form class="heading-form">
        <label><span>Number</span><input name="number" value=${number} inputmode="numeric" autocomplete="off" size="4"></label>
        <label><span>Title</span><input name="title" value=${title} autocomplete="off" required></label>
        <label><span>Kind</span><select name="kind">${drawOptions(options)}</select></label>
        <button class="button secondary">Read the heading so…</button>
      </form>
    </details>`;
}
