/** Starts the product: reads the settings, listens, says where, and stops on a signal. */
import { startApp } from './app/app.js';
import { readEnv } from './app/env.js';
import { readSettings } from './app/settings.js';
import { startUpLines } from './app/start-up-lines.js';

const STOP_WITHIN_MS = 9000;

const read = readSettings(readEnv());
if ('problems' in read) {
  process.stderr.write(`Jiebang cannot start:\n${read.problems.map((problem) => `  - ${problem}\n`).join('')}`);
  process.exit(1);
}

try {
  const app = await startApp(read.settings);
  process.stdout.write(startUpLines(app.url, read.settings, app.cast));
  const stop = () => {
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  process.stderr.write(`Jiebang cannot start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
