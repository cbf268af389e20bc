import type { Playground } from '../../src/playground/playground.js';

const posting = { method: 'POST', route: '/channels/:channelId/messages' } as const;

/** Everything that goes wrong with Discord now and then, and heals by itself. */
const troubles: readonly ((playground: Playground) => void)[] = [
  ({ faults }) => faults.respond({ ...posting, times: 3 }, { status: 503 }),
  ({ faults }) => faults.respond({ times: 2 }, { status: 500 }),
  ({ faults }) => faults.drop({ ...posting, times: 2 }, 'before'),
  ({ faults }) => faults.drop({ ...posting, times: 2 }, 'after'),
  ({ faults }) => faults.delay({ ...posting, times: 5 }, 800),
  ({ faults }) => faults.gateway.drop(),
  ({ faults }) => faults.gateway.reconnect(),
  ({ faults }) => faults.gateway.invalidSession(true),
  ({ faults }) => faults.gateway.invalidSession(false),
  ({ faults }) => {
    faults.outage(true);
    setTimeout(() => faults.outage(false), 3_000);
  },
];

/** Makes one of them happen. */
export function makeTrouble(playground: Playground, random: () => number): void {
  troubles[Math.floor(random() * troubles.length)]?.(playground);
}
