import type { APIUser } from 'discord-api-types/v10';
import type { Change } from '../../../preview/fix/change-reading.js';
import type { ChangeOutcome } from '../../../preview/fix/changes.js';
import type { Sheet } from '../../../preview/sheet.js';
import type { SaidReading } from '../../../story/parse/reading-rules.js';
import type { PreviewAction, PreviewFrame } from '../../preview-protocol.js';
import { fill } from '../dom.js';
import { openLine } from '../line.js';
import { morphChildren } from '../morph.js';
import { revealSpoiler } from '../reveal-spoiler.js';
import { followTheme } from '../theme.js';
import { confirmChange } from './change-dialog.js';
import { chosenFile, renderChooser, setChosenFile } from './chapter-chooser.js';
import { renderFacts } from './facts-view.js';
import { renderFile, renderProblems } from './file-view.js';
import { createManuscriptLayout, type ManuscriptLayout } from './manuscript-layout.js';
import { renderPieces } from './piece-view.js';

type Told = Exclude<PreviewFrame, { readonly kind: 'reply' }>;
type Send = (action: PreviewAction) => Promise<ChangeOutcome>;

const whatThisIs = 'This is not Discord: it shows how chapters will look there, on this machine only.';

/** Opens the author's preview in `root`: a chapter file beside what its release would look like, as it is being written. */
export function openManuscriptView(root: HTMLElement): void {
  const layout = createManuscriptLayout();
  let bot: APIUser | undefined;
  let sheet: Sheet | undefined;
  const { send } = openLine<Told, PreviewAction, ChangeOutcome>(
    '/preview/live',
    (frame) => handle(frame),
    () => layout.bar.say('The preview does not answer. If it was started again, open its new address.'),
  );
  const choose = (file: string) => {
    if (file !== '') void send({ kind: 'choose', file });
  };
  const handle = (frame: Told) => {
    switch (frame.kind) {
      case 'welcome':
        bot = frame.bot;
        layout.channels.hidden = !frame.hasChannels;
        layout.bar.say('');
        choose(chosenFile());
        return;
      case 'listing': {
        const first = frame.listing.stories.find(({ chapters }) => chapters.length > 0)?.chapters[0]?.file;
        if (chosenFile() === '' && first !== undefined) setChosenFile(first);
        fill(layout.chooser, ...renderChooser(frame.listing, chosenFile()));
        // A file that is not among them leaves nothing chosen, so that any can be.
        layout.chooser.value = chosenFile();
        if (first === undefined) layout.showEmpty(frame.listing.trouble);
        return;
      }
      case 'sheet':
        if (bot !== undefined) showSheet(layout, frame.sheet, bot, sheet?.file !== frame.sheet.file);
        sheet = frame.sheet;
        return;
      case 'absent':
        sheet = undefined;
        layout.showAbsent(frame.file);
    }
  };

  root.replaceChildren(layout.element);
  const banner = document.querySelector('.banner span');
  if (banner !== null) banner.textContent = whatThisIs;
  followTheme();
  layout.chooser.addEventListener('change', () => setChosenFile(layout.chooser.value));
  addEventListener('hashchange', () => {
    layout.chooser.value = chosenFile();
    choose(chosenFile());
  });
  layout.element.addEventListener('change', ({ target }) => {
    const isLayout = target instanceof HTMLInputElement && target.name === 'layout';
    if (isLayout && bot !== undefined && sheet !== undefined) showSheet(layout, sheet, bot, true);
  });
  listen(layout, send, () => sheet);
}

/** Draws a sheet over the one before; where that was of the same file everything stays in its place. */
function showSheet(layout: ManuscriptLayout, sheet: Sheet, bot: APIUser, isOther: boolean): void {
  layout.open(sheet);
  const parts = [
    [layout.pieces, renderPieces(sheet.pieces[layout.shownLayout()], bot)],
    [layout.facts, renderFacts(sheet)],
    [layout.problems, renderProblems(sheet)],
    [layout.lines, renderFile(sheet)],
  ] as const;
  for (const [element, children] of parts) {
    if (isOther) {
      fill(element, ...children);
      continue;
    }
    const fresh = document.createElement('div');
    fill(fresh, ...children);
    keepOpen(element, fresh);
    morphChildren(element, [...fresh.childNodes]);
  }
}

/** What the author has opened stays open, and closed what was closed, but where a doubt came or went. */
function keepOpen(old: Element, fresh: Element): void {
  const known = new Map([...old.querySelectorAll('details')].map((each) => [each.dataset['key'], each]));
  for (const each of fresh.querySelectorAll('details')) {
    const before = known.get(each.dataset['key']);
    if (before?.className === each.className) each.open = before.open;
  }
}

/** Hears what is pressed anywhere in the view. */
function listen(layout: ManuscriptLayout, send: Send, shown: () => Sheet | undefined): void {
  const change = async (wanted: Change, details?: HTMLDetailsElement | null) => {
    const sheet = shown();
    if (sheet === undefined) return;
    const outcome = await confirmChange(sheet, wanted, send);
    if (outcome === undefined) return;
    layout.bar.say(outcome.said);
    if (!outcome.isWritten || !details) return;
    // The button that was pressed may go: what was asked for is so now.
    details.open = false;
    details.querySelector('summary')?.focus();
  };
  const undo = async (file: string) => {
    const outcome = await send({ kind: 'undo', file });
    layout.bar.say(outcome.kind === 'refused' ? outcome.why : `${file} is again as it was before.`);
  };
  layout.element.addEventListener('click', ({ target }) => {
    const pressed = target instanceof Element ? target.closest<HTMLElement>('[data-act]') : null;
    if (pressed === null) return;
    const { act, line, block, reading, file } = pressed.dataset;
    if (act === 'go') goToLine(Number(line));
    else if (act === 'read-as')
      // The page drew the readings that the server offered.
      void change(
        { kind: 'read-as', block: Number(block), reading: reading as SaidReading, scope: 'chapter' },
        pressed.closest('details'),
      );
    else if (act === 'undo') void undo(file ?? '');
    else if (act === 'reveal') revealSpoiler(pressed);
    else if (act === 'click') layout.bar.say('Buttons do nothing in the preview; in the channel readers press them.');
  });
  layout.element.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const values = new FormData(event.target);
    const value = (name: string) => String(values.get(name) ?? '');
    void change({ kind: 'heading', number: value('number'), title: value('title'), chapterKind: value('kind') });
  });
}

function goToLine(line: number): void {
  const element = document.getElementById(`line-${line}`);
  element?.scrollIntoView({ block: 'center' });
  element?.focus({ preventScroll: true });
}
