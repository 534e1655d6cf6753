/** What a visitor downloads stays within its promise. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

/** 40 KB for script and styles together. */
const BUDGET_BYTES = 40_000;

describe('the widget', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiebang-widget-'));
  let script = '';

  beforeAll(() => {
    // In a process of its own: the bundler does not take objects made inside the test runner's context.
    const program = `Promise.all([import('vite'), import('./scripts/web/widget.config.js')])
      .then(([{ build, mergeConfig }, { default: widget }]) => build(mergeConfig(widget, { build: { outDir: process.argv[1] } })));`;
    execFileSync(process.execPath, ['-e', program, folder], { env: { ...process.env, NODE_ENV: 'production' } });
    script = readFileSync(join(folder, 'widget.js'), 'utf8');
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it('weighs at most 40 KB gzip, script and styles together', () => {
    expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(BUDGET_BYTES);
  });

  it('is one classic script that brings no schema library and evaluates no text', () => {
    expect(script).not.toMatch(/ZodError|_zod|\beval\(|new Function\(|^import |^export /m);
  });
});
