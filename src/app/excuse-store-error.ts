import { StoreError } from '../store/store-error.js';

/** What a person in Discord hears where the store could not do what they asked for; undefined for any other error. */
export function excuseStoreError(error: unknown): string | undefined {
  if (!(error instanceof StoreError)) return undefined;
  switch (error.kind) {
    case 'unavailable':
      return 'I cannot write anything down at the moment, so I may not have kept this. Please try again in a few minutes.';
    case 'damaged':
      return 'My memory is damaged, so I keep nothing at the moment. Please tell whoever runs me; what you gave before is in their backups.';
    default:
      return 'What I have noted about this is damaged, and I leave it as it is. Please tell whoever runs me: my log says more.';
  }
}
