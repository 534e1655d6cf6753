/** Every word of the desk in Chinese; `en.ts` is held to the same shape. */
import { accountZhCn } from './account-zh-cn.js';
import { auditZhCn } from './audit-zh-cn.js';
import { casesZhCn } from './cases-zh-cn.js';
import { floorZhCn } from './floor-zh-cn.js';
import { houseZhCn } from './house-zh-cn.js';
import { programsZhCn } from './programs-zh-cn.js';
import { talkZhCn } from './talk-zh-cn.js';
import { superviseZhCn } from './supervise-zh-cn.js';
import { toolsZhCn } from './tools-zh-cn.js';

export const zhCn = { ...houseZhCn, ...floorZhCn, ...talkZhCn, ...toolsZhCn, ...superviseZhCn, ...auditZhCn, ...casesZhCn, ...programsZhCn, ...accountZhCn };

export type Words = typeof zhCn;
