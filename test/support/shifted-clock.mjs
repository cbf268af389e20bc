// Loaded before the bot by `node --import`: its clock is the machine's own plus the milliseconds that stand in the file at
// SHIFT_FILE, looked up every few milliseconds. As when somebody sets a machine's clock, dates jump and timers do not.
import { readFileSync } from 'node:fs';

const RealDate = Date;
const lookEveryMs = 5;
let shiftMs = 0;

function look() {
  const written = Number.parseInt(readFileSync(process.env.SHIFT_FILE, 'utf8'), 10);
  // The file is empty for the moment in which it is written.
  if (Number.isFinite(written)) shiftMs = written;
}

look();
setInterval(look, lookEveryMs).unref();

globalThis.Date = class ShiftedDate extends RealDate {
  constructor(...values) {
    if (values.length === 0) super(RealDate.now() + shiftMs);
    else super(...values);
  }

  static now() {
    return RealDate.now() + shiftMs;
  }
};
