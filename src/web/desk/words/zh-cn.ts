/** Every word of the desk in Chinese; `en.ts` is held to the same shape. */
import { floorZhCn } from './floor-zh-cn.js';
import { houseZhCn } from './house-zh-cn.js';
import { talkZhCn } from './talk-zh-cn.js';

export const zhCn = { ...houseZhCn, ...floorZhCn, ...talkZhCn };

export type Words = typeof zhCn;
