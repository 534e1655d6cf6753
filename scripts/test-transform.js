/** Compiles what tests load, and has each file name the built-in objects it uses once, at its top. */
import { createTransformer as createSwc } from '@swc/jest';

/**
 * In the realm that Jest gives each suite, every mention of a global is a call into Node: sums take half as long again as with names of the
 * module's own. Only what no test puts something else in the place of, unlike the clock, timers and what reaches outside.
 */
const BUILT_IN = ['Array', 'BigInt', 'Boolean', 'Buffer', 'Error', 'Float32Array', 'Float64Array', 'Infinity', 'Int32Array', 'JSON', 'Map', 'Math', 'NaN', 'Number', 'Object', 'Promise', 'Reflect', 'RegExp', 'Set', 'String', 'Symbol', 'TypeError', 'Uint8Array', 'Uint16Array', 'Uint32Array', 'WeakMap', 'WeakSet'];
/** Part of the key under which compiled files are kept. */
const VERSION = 1;

const mentions = (code, name) => new RegExp(`(?<![.\\w$])${name}\\b`).test(code);
const isOwn = (code, name) => new RegExp(`\\b(?:class|function|const|let|var|as)\\s+${name}\\b|import\\b[^;]*\\b${name}\\b[^;]*\\bfrom\\b`).test(code);

/** On the first line, so that every line keeps its number. */
function named({ code, ...rest }) {
  const used = BUILT_IN.filter((name) => mentions(code, name) && !isOwn(code, name));
  return { ...rest, code: used.length === 0 ? code : `const {${used.join(',')}} = globalThis;${code}` };
}

export function createTransformer(options) {
  const swc = createSwc(options);
  return {
    ...swc,
    process: (...asked) => named(swc.process(...asked)),
    processAsync: async (...asked) => named(await swc.processAsync(...asked)),
    getCacheKey: (...asked) => `${VERSION}-${swc.getCacheKey(...asked)}`,
  };
}

export default { createTransformer };
