/** From variables as of the environment to a product that listens: for `main`, and for a program that runs it within itself. */
import { startApp } from './app.js';
import type { App } from './app.js';
import type { Env } from './env.js';
import { readSettings } from './settings.js';
import { startUpLines } from './start-up-lines.js';

export interface Served {
  readonly app: App;
  /** What is printed once it listens. */
  readonly lines: string;
}

/** Settings that cannot be used are answered, one line for each; whatever else keeps it from starting is thrown. */
export async function serve(env: Env): Promise<Served | { readonly problems: readonly string[] }> {
  const read = readSettings(env);
  if ('problems' in read) return read;
  const app = await startApp(read.settings);
  return { app, lines: startUpLines(app.url, read.settings, app.cast) };
}
