import { open } from 'node:fs/promises';

/** Makes what was renamed in a folder outlast a power cut, on systems where a folder can be opened: Windows has no such way. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
