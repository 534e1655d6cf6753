/** From one process to many: `npm run move` takes the record of the SQLite file in DATA_DIR to the empty database of DATABASE_URL. Exit codes: 0 done, 1 refused, 2 not understood. */
import { moveRecord } from '../adapters/store/moving.js';
import { readEnv } from '../app/env.js';
import { readSettings } from '../app/settings.js';
import { ProductError } from '../domain/errors.js';

const REFUSED = 1;
const USAGE = 2;
const HELP = `DATABASE_URL=postgres://… npm run move
  takes the whole record, files included, from the SQLite file in DATA_DIR (./data) to a PostgreSQL database
  that holds nothing yet. Stop the server first. All of it is moved or nothing; the SQLite file stays as it is.
`;

const read = readSettings(readEnv());
if (process.argv.length > 2) {
  process.stderr.write(HELP);
  process.exitCode = USAGE;
} else if ('problems' in read) {
  process.stderr.write(read.problems.map((problem) => `${problem}\n`).join(''));
  process.exitCode = USAGE;
} else if (read.settings.databaseUrl === null) {
  process.stderr.write(HELP);
  process.exitCode = USAGE;
} else {
  process.exitCode = await move(read.settings.dataDir, read.settings.databaseUrl);
}

async function move(dataDir: string, databaseUrl: string): Promise<number> {
  try {
    const moved = await moveRecord({ dataDir, databaseUrl, onTable: (table, rows) => process.stdout.write(rows > 0 ? `${table}: ${rows}\n` : '') });
    process.stdout.write(`done: ${moved.rows} rows and ${moved.files} files; start the server with this DATABASE_URL\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof ProductError)) throw error;
    process.stderr.write(`nothing was moved: ${error.message}\n`);
    return REFUSED;
  }
}
