/** Starts the product: reads the settings, listens, says where, and stops on a signal. */
import { readEnv } from './app/env.js';
import { serve } from './app/serve.js';

const STOP_WITHIN_MS = 9000;

try {
  const served = await serve(readEnv());
  if ('problems' in served) {
    process.stderr.write(`Jiebang cannot start:\n${served.problems.map((problem) => `  - ${problem}\n`).join('')}`);
    process.exit(1);
  }
  const { app, lines } = served;
  process.stdout.write(lines);
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
