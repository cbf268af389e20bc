// Opens the store at argv[2], says so, and holds it until it is killed; with a second argument, only locks its file for writing.
import KeyvSqlite from '@keyv/sqlite';
import { openStore } from '../../dist/src/store/open-store.js';

const [, , file, lockOnly] = process.argv;
if (lockOnly === undefined) await openStore(`sqlite://${file}`);
else await new KeyvSqlite(`sqlite://${file}`).query('BEGIN IMMEDIATE');
process.stdout.write('held\n');
setInterval(() => {}, 60_000);
