/** Every word of the desk in English. */
import { accountEn } from './account-en.js';
import { auditEn } from './audit-en.js';
import { casesEn } from './cases-en.js';
import { floorEn } from './floor-en.js';
import { houseEn } from './house-en.js';
import { programsEn } from './programs-en.js';
import { talkEn } from './talk-en.js';
import { superviseEn } from './supervise-en.js';
import { toolsEn } from './tools-en.js';
import type { Words } from './zh-cn.js';

export const en: Words = { ...houseEn, ...floorEn, ...talkEn, ...toolsEn, ...superviseEn, ...auditEn, ...casesEn, ...programsEn, ...accountEn };
