import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeBackup } from '../../src/store/make-backup.js';
import { restoreBackup } from '../../src/store/restore-backup.js';
import { openTestbed, type Testbed } from '../support/bot.js';
import {
  ask,
  firstSlot,
  fridayEvening,
  furnishHarbour,
  type Harbour,
  paragraphsIn,
  paragraphsOf,
  releaseEnd,
  secondSlot,
} from '../support/harbour.js';
import { chapterText } from '../support/stories.js';

let testbed: Testbed;
let harbour: Harbour;
beforeEach(async () => {
  testbed = await openTestbed();
  harbour = furnishHarbour(testbed);
  for (const number of [1, 2]) await testbed.write(`lamp/0${number}.txt`, chapterText(number, `Title ${number}`, 2));
});
afterEach(() => testbed.close());

it('posts nothing twice that came out after the backup was made: serials wait until somebody says how to go on', async () => {
  const { author, channel } = harbour;
  const { storeUrl } = testbed;
  const now = testbed.clock.now();
  const app = await testbed.start();
  await ask(author, channel, 'serial start', { story: 'lamp', channel, ...fridayEvening });
  const { file } = await makeBackup({ storeUrl, folder: join(testbed.folder, 'backups'), keep: 7, now });
  testbed.clock.jumpTo(firstSlot);
  await releaseEnd(channel);
  await app.stop();

  await restoreBackup({ storeUrl, backup: file, now });
  await testbed.start();
  const notice = await testbed.playground
    .directMessages(author.user)
    .waitForMessage(({ content }) => content.includes('from a backup'));
  expect(notice.content).toContain('/serial resume');
  expect(await ask(author, channel, 'serial status')).toContain('paused');
  await sleep(2_500);
  expect(paragraphsIn(channel.messages())).toEqual(paragraphsOf(1, 2));

  await ask(author, channel, 'serial stop');
  await ask(author, channel, 'serial start', { story: 'lamp', channel, ...fridayEvening, from: '2' });
  testbed.clock.jumpTo(secondSlot);
  await releaseEnd(channel, 2);
  expect(paragraphsIn(channel.messages())).toEqual([...paragraphsOf(1, 2), ...paragraphsOf(2, 2)]);
});
