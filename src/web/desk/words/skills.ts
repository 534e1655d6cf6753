/** The skill groups the desk has words for. */
import { floorZhCn } from './floor-zh-cn.js';

export const SKILLS: readonly string[] = Object.keys(floorZhCn.skills);
