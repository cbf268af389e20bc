/** Lets some wait until something about a subject holds, while others say when it has changed. */
export interface ChangeWatch<Subject> {
  /** Notes that something about the subject has changed. */
  changed(subject: Subject): void;
  /** Waits until `isReady` holds, for at most `timeoutMs` of real time; tells whether it came to hold. */
  waitFor(subject: Subject, isReady: () => boolean, timeoutMs: number): Promise<boolean>;
}

/** Makes a watch on which nobody waits. */
export function createChangeWatch<Subject>(): ChangeWatch<Subject> {
  const looks = new Map<Subject, Set<() => void>>();
  return {
    changed: (subject) => {
      for (const look of [...(looks.get(subject) ?? [])]) look();
    },
    waitFor: (subject, isReady, timeoutMs) =>
      new Promise((resolve) => {
        const own = looks.get(subject) ?? new Set();
        looks.set(subject, own);
        const finish = (isHeld: boolean) => {
          clearTimeout(timer);
          own.delete(look);
          if (own.size === 0) looks.delete(subject);
          resolve(isHeld);
        };
        const look = () => {
          if (isReady()) finish(true);
        };
        const timer = setTimeout(() => finish(false), timeoutMs);
        own.add(look);
        look();
      }),
  };
}
