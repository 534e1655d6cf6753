/** The house keeps its shape: direction of imports, size of files, names, captions. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '..', '..');
const BANNED = new Set(['utils', 'helpers', 'common', 'shared', 'lib', 'core', 'services', 'managers', 'types', 'constants']);
const MAX_LINES = 300;

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => /\.tsx?$/.test(path) && statSync(path).isFile())
    .map((path) => relative(ROOT, path));
}

const sources = filesBelow(join(ROOT, 'src'));

describe('the structure of the source', () => {
  it('lets rooms look down only, each vendor in one home, no circles', () => {
    const checker = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const run = spawnSync(process.execPath, [checker, 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'err'], { cwd: ROOT, encoding: 'utf8' });
    expect(run.stdout).toContain('no dependency violations found');
    expect(run.status).toBe(0);
  });

  it('keeps files short enough to read at one sitting', () => {
    const long = sources.filter((path) => readFileSync(join(ROOT, path), 'utf8').split('\n').length > MAX_LINES + 1);
    expect(long).toEqual([]);
  });

  it('has no rooms named after nothing and no barrels', () => {
    const bad = sources.filter((path) => path.split(sep).some((part) => BANNED.has(part)) || /(^|[/\\])index\.tsx?$/.test(path));
    expect(bad).toEqual([]);
  });

  it('opens every file with a sentence that says what it is for', () => {
    const silent = sources.filter((path) => !/^(#!.*\n)?\/(\*\*|\/)/.test(readFileSync(join(ROOT, path), 'utf8')));
    expect(silent).toEqual([]);
  });

  it('names files in kebab case', () => {
    const odd = sources.filter((path) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.tsx?$/.test(path.split(sep).at(-1) ?? ''));
    expect(odd).toEqual([]);
  });

  it('sets type of the pages of staff in rem, and their layouts by em, so that both follow the size chosen in the browser', () => {
    const sheets = readdirSync(join(ROOT, 'src/web'), { recursive: true, encoding: 'utf8' }).filter((name) => /^(desk|staff|studio|insights)\b.*\.css$/.test(name));
    const fixed = sheets.flatMap((name) => readFileSync(join(ROOT, 'src/web', name), 'utf8').match(/^.*(?:(?:font-size|line-height|font|--size|--small|--tiny):[^;]*\dpx|@(?:media|container)[^{]*\dpx).*$/gm) ?? []);
    expect(sheets.length).toBeGreaterThan(20);
    expect(fixed).toEqual([]);
  });

  it('names the intent by which a person is asked for in one place', () => {
    const named = sources.filter((path) => /['"`]human_agent['"`]/.test(readFileSync(join(ROOT, path), 'utf8')));
    expect(named).toEqual([join('src', 'domain', 'intent.ts')]);
  });

  it('uses no escape hatches of the type system', () => {
    const hatches = sources.filter((path) => /\bas any\b|:\s*any\b|@ts-ignore|@ts-expect-error|eslint-disable/.test(readFileSync(join(ROOT, path), 'utf8')));
    expect(hatches).toEqual([]);
  });
});
