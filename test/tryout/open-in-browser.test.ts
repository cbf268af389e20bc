import { expect, it } from 'vitest';
import { browserCommand } from '../../src/tryout/open-in-browser.js';

const desk = { platform: 'linux', environment: { DISPLAY: ':0' }, isTerminal: true } as const;

it('opens a browser only before somebody at a desktop', () => {
  expect(browserCommand(desk)).toEqual(['xdg-open']);
  expect(browserCommand({ ...desk, platform: 'darwin' })).toEqual(['open']);
  expect(browserCommand({ ...desk, platform: 'win32' })).toEqual(['cmd', '/c', 'start', '']);
  expect(browserCommand({ ...desk, environment: {} })).toBeUndefined();
  expect(browserCommand({ ...desk, isTerminal: false })).toBeUndefined();
  expect(browserCommand({ ...desk, environment: { DISPLAY: ':0', CI: 'true' } })).toBeUndefined();
});
