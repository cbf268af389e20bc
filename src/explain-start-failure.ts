import { StoreError } from './store/store-error.js';

/** Why the bot could not start, as a sentence for whoever runs it; never holds the token. */
export function explainStartFailure(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (error instanceof StoreError) return message;
  // The import itself fails where the driver's binary was never built.
  if (message.includes('node_sqlite3.node') || message.includes('bindings file')) {
    return (
      'The SQLite driver has no binary for this machine: its install script did not run. ' +
      'Install python3, make and g++, then run: npm rebuild sqlite3'
    );
  }
  if (code === 'TokenInvalid' || message.includes('401')) {
    return 'Discord does not accept the token. Copy it anew from the Discord developer portal (Bot, Reset Token) into DISCORD_TOKEN.';
  }
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN' || message.includes('fetch failed')) {
    return `Discord cannot be reached (${message}). Check the network, and DISCORD_API_URL if you set it.`;
  }
  return `The start failed: ${error instanceof Error ? (error.stack ?? message) : message}`;
}
