/** All Chinese wording, one line for each area; the English twin must have the same areas with the same entries. */
export { zhFormats as formats } from './formats.js';
export { buttons } from './buttons/zh-cn.js';
export { answers } from './answers/zh-cn.js';
export { billing } from './billing/zh-cn.js';
export { plans } from './plans/zh-cn.js';
export { line } from './line/zh-cn.js';
export { cases } from './cases/zh-cn.js';
