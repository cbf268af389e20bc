import { render } from 'lit';
import type { Change } from '../../../preview/fix/change-reading.js';
import type { ChangeOutcome } from '../../../preview/fix/changes.js';
import type { PreviewAction, PreviewFrame } from '../../preview-protocol.js';
import { openLine } from '../line.js';
import { revealSpoiler } from '../reveal-spoiler.js';
import { followTheme } from '../theme.js';
import { confirmChange } from './change-dialog.js';
import { chosenFile, setChosenFile } from './chapter-chooser.js';
import { type ManuscriptState, renderManuscript } from './manuscript-layout.js';

type Told = Exclude<PreviewFrame, { readonly kind: 'reply' }>;
type Send = (action: PreviewAction) => Promise<ChangeOutcome>;
type Show = (changed: Partial<ManuscriptState>) => void;

const whatThisIs = 'This is not Discord: it shows how chapters will look there, on this machine only.';
const isLost = 'The preview does not answer. If it was started again, open its new address.';
const isEmpty = 'The chapters folder holds no story yet. Put a chapter file into it.';

/** Opens the author's preview in `root`: a chapter file beside what its release would look like, as it is being written. */
export function openManuscriptView(root: HTMLElement): void {
  let state: ManuscriptState = {
    bot: undefined,
    hasChannels: false,
    listing: undefined,
    file: chosenFile(),
    sheet: undefined,
    title: 'Preview',
    said: '',
    layout: 'messages',
    width: 'desktop',
  };
  const show: Show = (changed) => {
    state = { ...state, ...changed };
    const hadUndo = document.activeElement?.matches('[data-act="undo"]') === true;
    render(renderManuscript(state, openedIn(root), show), root);
    // A file that is not among them leaves nothing chosen, so that any can be.
    const chooser = root.querySelector('select');
    if (chooser !== null) chooser.value = state.file;
    if (state.sheet !== undefined) document.title = `${state.sheet.label} · Cliffhanger preview`;
    // The way back that was pressed may be gone.
    if (hadUndo && document.activeElement === document.body) root.querySelector<HTMLElement>('.written')?.focus();
  };
  const { send } = openLine<Told, PreviewAction, ChangeOutcome>(
    '/preview/live',
    (frame) => handle(frame),
    () => show({ said: isLost }),
  );
  const choose = (file: string) => {
    show({ file });
    if (file !== '') void send({ kind: 'choose', file });
  };
  const handle = (frame: Told) => {
    switch (frame.kind) {
      case 'welcome':
        show({ bot: frame.bot, hasChannels: frame.hasChannels, said: '' });
        return choose(chosenFile());
      case 'listing': {
        const { listing } = frame;
        const first = listing.stories.find(({ chapters }) => chapters.length > 0)?.chapters[0]?.file;
        if (chosenFile() === '' && first !== undefined) setChosenFile(first);
        return show(
          first === undefined ? { listing, sheet: undefined, title: listing.trouble ?? isEmpty } : { listing },
        );
      }
      case 'sheet':
        return show({ sheet: frame.sheet });
      case 'absent':
        return show({ sheet: undefined, title: `${frame.file} is not there` });
    }
  };

  show({});
  const banner = document.querySelector('.banner span');
  if (banner !== null) banner.textContent = whatThisIs;
  followTheme();
  addEventListener('hashchange', () => choose(chosenFile()));
  root.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLSelectElement && target.id === 'chapter') setChosenFile(target.value);
  });
  listen(root, send, show, () => state);
}

/** What the author has opened or closed, by its key; a block whose doubt came or went has another one. */
function openedIn(root: HTMLElement): ReadonlyMap<string, boolean> {
  const known = [...root.querySelectorAll<HTMLDetailsElement>('details[data-key]')];
  return new Map(known.map((each) => [each.dataset['key'] ?? '', each.open]));
}

/** Hears what is pressed anywhere in the view. */
function listen(root: HTMLElement, send: Send, show: Show, shown: () => ManuscriptState): void {
  const change = async (wanted: Change, details?: HTMLDetailsElement | null) => {
    const { sheet } = shown();
    if (sheet === undefined) return;
    const outcome = await confirmChange(sheet, wanted, send);
    if (outcome === undefined) return;
    show({ said: outcome.said });
    if (!outcome.isWritten || !details) return;
    // The button that was pressed may go: what was asked for is so now.
    details.open = false;
    details.querySelector('summary')?.focus();
  };
  const readAs = (pressed: HTMLElement) => {
    const block = Number(pressed.dataset['block']);
    const reading = shown().sheet?.blocks[block]?.readings.find((each) => each === pressed.dataset['reading']);
    if (reading === undefined) return;
    void change({ kind: 'read-as', block, reading, scope: 'chapter' }, pressed.closest('details'));
  };
  const undo = async (file: string) => {
    const outcome = await send({ kind: 'undo', file });
    show({ said: outcome.kind === 'refused' ? outcome.why : `${file} is again as it was before.` });
  };
  root.addEventListener('click', ({ target }) => {
    const pressed = target instanceof Element ? target.closest<HTMLElement>('[data-act]') : null;
    if (pressed === null) return;
    const { act, line, file } = pressed.dataset;
    if (act === 'go') goToLine(Number(line));
    else if (act === 'read-as') readAs(pressed);
    else if (act === 'undo') void undo(file ?? '');
    else if (act === 'reveal') revealSpoiler(pressed);
    else if (act === 'click') show({ said: 'Buttons do nothing in the preview; in the channel readers press them.' });
  });
  root.addEventListener('submit', (event) => {
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
