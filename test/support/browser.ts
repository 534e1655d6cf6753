/** Opens Debian's Chromium for tests that need a browser; says aloud when there is none, and fails instead where skipping is not allowed. */
import { accessSync, constants } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** The one made for no screen does without the browser's own windows, a fifth of the work of a journey. */
const CANDIDATES = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A machine that many share starts slowly. */
const STARTS_WITHIN_MS = 100_000;

export type BrowserAtHand = { readonly path: string } | { readonly path: null; readonly why: string };

export function findBrowser(): BrowserAtHand {
  const named = process.env['CHROMIUM'];
  const path = (named === undefined ? CANDIDATES : [named]).find(isExecutable);
  if (path !== undefined) return { path };
  const why = `no Chromium at ${named ?? CANDIDATES.join(', ')}`;
  if (process.env['CI'] === 'true') throw new Error(`The browser journeys must run here, but there is ${why}`);
  process.stderr.write(`\nSKIPPED: the browser journeys, ${why}\n`);
  return { path: null, why };
}

/** What Playwright sets itself in a browser without a screen: a mouse. A second setting of ours would take its place. */
const WITH_A_MOUSE = 'primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4';

/** A new profile each time. `typePx`: the type size its owner has set. */
export function launchBrowser(path: string, { typePx }: { readonly typePx?: number } = {}): Promise<Browser> {
  const ofType = typePx === undefined ? [] : [`--blink-settings=${WITH_A_MOUSE},defaultFontSize=${typePx}`];
  return chromium.launch({ executablePath: path, args: [...FLAGS, ...ofType], timeout: STARTS_WITHIN_MS });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
