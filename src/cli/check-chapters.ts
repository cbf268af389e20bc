import { config } from 'dotenv';
import { checkChapters } from './check-chapters/check-chapters.js';

config({ quiet: true });

const folder = process.argv[2] ?? (process.env['CHAPTERS_DIR']?.trim() || 'chapters');
const { lines, hasErrors } = await checkChapters(folder);
process.stdout.write(`${lines.join('\n')}\n`);
process.exitCode = hasErrors ? 1 : 0;
