import type { GatewayFaults } from './gateway-server.js';
import type { Method } from './rest/route.js';

/** A request as faults look at it. */
export interface FaultTarget {
  readonly method: string;
  readonly path: string;
  readonly route: string | undefined;
  readonly body: unknown;
}

/** Which requests a fault falls upon: those that fit all that is given, `after` so many, for `times` of them. */
export interface FaultMatch {
  readonly method?: Method;
  /** The route's pattern, as `/channels/:channelId/messages`. */
  readonly route?: string;
  readonly when?: (request: FaultTarget) => boolean;
  /** How many fitting requests pass unharmed first; 0 by default. */
  readonly after?: number;
  /** How many requests it falls upon; without end by default. */
  readonly times?: number;
}

/** An answer in place of Discord's own. Without a body, Discord's plain error for that status. */
export interface FaultResponse {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** `before` the request is carried out, or `after` it was and before its answer goes out. */
export type FaultMoment = 'before' | 'after';

/** A fault that was set. */
export interface Fault {
  /** How many requests it fell upon. */
  hits(): number;
  remove(): void;
}

/** A fault that stops requests until it is told to let them go. */
export interface Hold extends Fault {
  /** Resolves when the first request has come to it. */
  readonly reached: Promise<FaultTarget>;
  /** Lets all go that it holds, and holds no more. */
  release(): void;
  /** Closes the sockets of all that it holds, and holds no more: what was held `before` is never carried out. */
  drop(): void;
}

/** Things that can go wrong between the bot and Discord, on demand. */
export interface Faults {
  /** Answers with an error (or anything else) and does not carry the request out. */
  respond(match: FaultMatch, response: FaultResponse): Fault;
  /** Carries the request out `ms` of real time later. */
  delay(match: FaultMatch, ms: number): Fault;
  /** Closes the socket: `before` the request is carried out, or `after`. */
  drop(match: FaultMatch, moment: FaultMoment): Fault;
  /** Stops requests `before` they are carried out or `after`, until released. */
  hold(match: FaultMatch, moment: FaultMoment): Hold;
  /** While on, everything is answered 503 and the gateway is gone. */
  outage(isOn: boolean): void;
  readonly gateway: GatewayFaults;
  /** Removes every fault and drops what is held; the gateway speaks and accepts again. */
  clear(): void;
}

/** What befalls a request at one moment. */
export type FaultEffect =
  | { readonly kind: 'pass' }
  | { readonly kind: 'drop' }
  | { readonly kind: 'respond'; readonly response: FaultResponse };

/** The side of the faults that the API server asks. */
export interface FaultInjector {
  readonly faults: Faults;
  /** What befalls the request at that moment; waits as long as a delay or hold says. */
  befall(target: FaultTarget, moment: FaultMoment): Promise<FaultEffect>;
}

interface ActiveFault {
  readonly match: FaultMatch;
  readonly moment: FaultMoment;
  readonly act: (target: FaultTarget) => Promise<FaultEffect> | FaultEffect;
  seen: number;
  hits: number;
}

const pass: FaultEffect = { kind: 'pass' };

/** Makes the faults of a playground, none set. */
export function createFaults(gateway: GatewayFaults): FaultInjector {
  const active = new Set<ActiveFault>();
  const drops = new Set<() => void>();
  let isOut = false;

  const add = (match: FaultMatch, moment: FaultMoment, act: ActiveFault['act']): Fault => {
    const fault: ActiveFault = { match, moment, act, seen: 0, hits: 0 };
    active.add(fault);
    return { hits: () => fault.hits, remove: () => active.delete(fault) };
  };
  const outage = (isOn: boolean) => {
    isOut = isOn;
    gateway.refuse(isOn);
    if (isOn) gateway.drop();
  };

  const faults: Faults = {
    respond: (match, response) => add(match, 'before', () => ({ kind: 'respond', response })),
    delay: (match, ms) => add(match, 'before', () => pauseFor(ms).then(() => pass)),
    drop: (match, moment) => add(match, moment, () => ({ kind: 'drop' })),
    hold: (match, moment) => {
      const reached = deferred<FaultTarget>();
      const released = deferred<FaultEffect>();
      const fault = add(match, moment, (target) => {
        reached.resolve(target);
        return released.promise;
      });
      const end = (effect: FaultEffect) => {
        fault.remove();
        released.resolve(effect);
      };
      const drop = () => end({ kind: 'drop' });
      drops.add(drop);
      return { ...fault, reached: reached.promise, release: () => end(pass), drop };
    },
    outage,
    gateway,
    clear: () => {
      active.clear();
      for (const drop of drops) drop();
      drops.clear();
      gateway.silence(false);
      gateway.refuseIdentify(undefined);
      outage(false);
    },
  };

  return {
    faults,
    befall: async (target, moment) => {
      if (isOut && moment === 'before') return { kind: 'respond', response: { status: 503 } };
      for (const fault of [...active]) {
        if (fault.moment !== moment || !fits(fault.match, target) || !takesTurn(fault)) continue;
        const effect = await fault.act(target);
        if (effect.kind !== 'pass') return effect;
      }
      return pass;
    },
  };
}

function fits({ method, route, when }: FaultMatch, target: FaultTarget): boolean {
  return (
    (method === undefined || method === target.method) &&
    (route === undefined || route === target.route) &&
    (when === undefined || when(target))
  );
}

function takesTurn(fault: ActiveFault): boolean {
  fault.seen += 1;
  const { after = 0, times = Number.POSITIVE_INFINITY } = fault.match;
  if (fault.seen <= after || fault.hits >= times) return false;
  fault.hits += 1;
  return true;
}

function pauseFor(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function deferred<Value>() {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
