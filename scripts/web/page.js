/** What every page's bundle has in common: where it is read from, where it goes, and how modern a browser must be. */
import { fileURLToPath } from 'node:url';
import { mergeConfig } from 'vite';

const project = fileURLToPath(new URL('../..', import.meta.url));
export const webOutput = `${project}dist/web`;

export const preact = { oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } } };

/** `name`: a folder of `src/web`; its bundle joins the others under `dist/web`. */
export function page(name, config) {
  const ours = {
    root: `${project}src/web/${name}`,
    base: '/',
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    // Phones that update neither system nor browser are common among the people an operator serves.
    build: { outDir: webOutput, emptyOutDir: false, target: 'es2022', cssTarget: ['chrome111', 'safari16.2', 'firefox115'], reportCompressedSize: false, sourcemap: false },
  };
  return mergeConfig(ours, config);
}
