import type { APIUser } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Listing } from '../../../preview/previewer.js';
import type { Sheet } from '../../../preview/sheet.js';
import type { Drawn } from '../drawn.js';
import { renderChoices } from './chapter-chooser.js';
import { renderFacts } from './facts-view.js';
import { renderFile, renderProblems } from './file-view.js';
import { renderPieces } from './piece-view.js';
import { renderRadioChoice } from './radio-choice.js';

/** What the preview shows. */
export interface ManuscriptState {
  readonly bot: APIUser | undefined;
  /** Whether there are channels to go to. */
  readonly hasChannels: boolean;
  readonly listing: Pick<Listing, 'stories' | 'trouble'> | undefined;
  /** The file that is chosen; empty where none is. */
  readonly file: string;
  /** Undefined where that file is not there, and until it has come. */
  readonly sheet: Sheet | undefined;
  /** What is said above where there is no sheet. */
  readonly title: string;
  /** What came of what was done last, in a sentence. */
  readonly said: string;
  readonly layout: keyof Sheet['pieces'];
  readonly width: 'desktop' | 'phone';
}

/** Draws the frame: what will be posted at one side, the file and what was understood of it at the other. */
export function renderManuscript(
  state: ManuscriptState,
  opened: ReadonlyMap<string, boolean>,
  show: (changed: Partial<ManuscriptState>) => void,
): TemplateResult {
  const { sheet, bot, layout, width, listing } = state;
  const pieces = sheet?.pieces[layout] ?? [];
  const places =
    sheet === undefined
      ? renderSides(state, nothing, nothing)
      : renderSides(
          state,
          bot === undefined ? nothing : keyed(`${layout} ${sheet.file}`, renderPieces(pieces, bot)),
          keyed(sheet.file, renderReading(sheet, opened)),
        );
  const layouts = { messages: 'Messages', cards: 'Cards' } as const;
  const widths = { desktop: 'Desktop', phone: 'Phone' } as const;
  return html`<main class="manuscript">
    <header class="bar">
      <div class="names"><h1>${sheet?.label ?? state.title}</h1><p class="topic">${sheet === undefined ? '' : countOf(pieces)}</p></div>
      <select id="chapter" aria-label="Chapter">${listing === undefined ? nothing : renderChoices(listing, state.file)}</select>
      ${renderRadioChoice('Layout', layouts, layout, (chosen) => show({ layout: chosen }))}
      ${renderRadioChoice('Width', widths, width, (chosen) => show({ width: chosen }))}
      <a href="/" ?hidden=${!state.hasChannels}>To the channels</a>
    </header>
    <div class="undo-bar"><output>${state.said}</output>${renderUndo(sheet?.undo)}</div>
    ${places}
  </main>`;
}

function renderSides({ width }: ManuscriptState, pieces: Drawn, reading: Drawn): TemplateResult {
  return html`<div class="sides">
    <section class="posted" tabindex="0" aria-label="What is posted">
      <div class=${width === 'phone' ? 'frame phone' : 'frame'}><discord-messages no-background>${pieces}</discord-messages></div>
    </section>
    <section class="written" tabindex="0" aria-label="The file">${reading}</section>
  </div>`;
}

function renderReading(sheet: Sheet, opened: ReadonlyMap<string, boolean>): TemplateResult {
  return html`<h2>What I understood</h2>
    <div>${renderFacts(sheet)}</div>
    <h2>What is unclear</h2>
    <div class="problems">${renderProblems(sheet)}</div>
    <h2>The file</h2>
    <ol class="lines">${renderFile(sheet, opened)}</ol>`;
}

function renderUndo(file: string | undefined): Drawn {
  if (file === undefined) return nothing;
  const name = file.replace(/^.*\//u, '');
  return html`<button type="button" class="button secondary" data-act="undo" data-file=${file}>Undo the last change of ${name}</button>`;
}

function countOf(pieces: readonly { readonly length: number }[]): string {
  const total = pieces.reduce((sum, { length }) => sum + length, 0);
  return `${pieces.length} ${pieces.length === 1 ? 'piece' : 'pieces'}, ${total.toLocaleString('en')} characters`;
}
