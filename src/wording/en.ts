/** All English wording, one line for each area; held against the Chinese by the compiler in `wording.ts`. */
export { enFormats as formats } from './formats.js';
export { buttons } from './buttons/en.js';
export { answers } from './answers/en.js';
export { billing } from './billing/en.js';
export { plans } from './plans/en.js';
export { line } from './line/en.js';
export { cases } from './cases/en.js';
