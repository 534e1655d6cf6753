/** Opens Debian's Chromium for tests that need a browser; says aloud when there is none, and fails instead where skipping is not allowed. */
import { accessSync, constants } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** The one made for no screen does without the browser's own windows, a fifth of the work of a journey. */
const CANDIDATES = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/**
 * Its drawing and its network are threads of one process, and scripts are not optimised for the long run, for no page of a journey runs
 * long: a sixth less work for a page that is opened, used and closed. The first enabled feature is what Playwright enables itself.
 */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--in-process-gpu',
  '--enable-features=CDPScreenshotNewSurface,NetworkServiceInProcess2',
  '--js-flags=--no-turbofan --no-maglev',
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
