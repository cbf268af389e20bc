import { openChannelView } from './channel-view.js';
import { mendLibrary } from './library.js';
import { openManuscriptView } from './manuscript/manuscript-view.js';

/** The page's views by their paths; what a path shows is drawn into the element that is handed over. */
const views: Readonly<Record<string, (root: HTMLElement) => void>> = {
  '/': openChannelView,
  '/preview': openManuscriptView,
};

mendLibrary();
const root = document.getElementById('view');
if (root !== null) (views[location.pathname] ?? openChannelView)(root);
