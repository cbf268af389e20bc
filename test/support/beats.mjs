// Prints a dot at every beat of the compiled heart.
import { startHeartbeat } from '../../dist/src/process/heartbeat.js';

startHeartbeat(async () => {
  process.stdout.write('.');
});
