/** All Chinese wording, one line for each area; the English twin must have the same areas with the same entries. */
export { zhFormats as formats } from './formats.js';
export { buttons } from './buttons/zh-cn.js';
