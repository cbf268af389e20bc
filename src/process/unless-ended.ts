/** Settles as `work` does, or rejects with the signal's reason as soon as that is aborted; then `work` goes on unheard. */
export async function unlessEnded<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  signal.throwIfAborted();
  const over = new AbortController();
  const ended = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { signal: over.signal });
  });
  try {
    return await Promise.race([work, ended]);
  } finally {
    over.abort();
  }
}
