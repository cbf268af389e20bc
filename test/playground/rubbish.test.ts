import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestbed, type Testbed } from './testbed.js';

let testbed: Testbed;
const failures: unknown[] = [];
beforeEach(async () => {
  failures.length = 0;
  testbed = await openTestbed({ onError: (error) => failures.push(error) });
});
afterEach(() => testbed.close());

/** JSON that has some of the fields which the API looks at, filled with anything. */
const almostABody = fc.oneof(
  fc.jsonValue(),
  fc.dictionary(
    fc.constantFrom('content', 'embeds', 'components', 'flags', 'nonce', 'type', 'data', 'name', 'options', 'message'),
    fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(1, 2, 3, 1 << 15),
      fc.array(fc.record({ type: fc.integer({ min: 0, max: 30 }), components: fc.jsonValue(), id: fc.jsonValue() })),
    ),
  ),
);

test('whatever is sent, the playground answers it and does not fail', async () => {
  const { id: messageId } = testbed.playground.as(testbed.owner).say(testbed.channel, 'Hello');
  const channel = `/channels/${testbed.channel.id}`;
  const commands = `/applications/${testbed.playground.applicationId}/commands`;
  const routes = fc.constantFrom(
    ['POST', `${channel}/messages`],
    ['PATCH', channel],
    ['POST', `${channel}/messages/${messageId}/threads`],
    ['PUT', commands],
    ['POST', '/users/@me/channels'],
    ['POST', '/interactions/1/token/callback'],
  );
  testbed.guild.setBotPermissions(['Administrator']);
  await fc.assert(
    fc.asyncProperty(routes, almostABody, async ([method = '', path = ''], body) => {
      const { status } = await testbed.ask(method, path, JSON.stringify(body));
      expect(failures).toEqual([]);
      expect(status).toBeLessThan(500);
    }),
    { numRuns: 400 },
  );
});
