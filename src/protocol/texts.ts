/** Limits on free text and ids, and the check that refuses broken UTF-16 at the door. */
import { z } from 'zod';
import { MAX_COMMENT, MAX_ID, MAX_NOTE, MAX_TEXT } from './limits.js';

export { MAX_COMMENT, MAX_ID, MAX_NOTE, MAX_TEXT };

const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Zero-width and blank characters alone are an empty message. */
const VISIBLE = /[^\s\p{Cf}\p{Mn}\u115f\u1160\u2800\u3164\uffa0]/u;

/** At least one visible character, well-formed UTF-16, no control characters but tab and line breaks. */
export const freeText = (max: number) =>
  z
    .string()
    .max(max, 'too-long')
    .refine((text) => text.isWellFormed(), 'bad-text')
    .refine((text) => !CONTROLS.test(text), 'bad-text')
    .refine((text) => VISIBLE.test(text), 'bad-text');

/** Like `freeText` but may be empty. */
export const optionalText = (max: number) =>
  z
    .string()
    .max(max, 'too-long')
    .refine((text) => text.isWellFormed() && !CONTROLS.test(text), 'bad-text');

/** Ids that clients make up: printable ASCII without spaces. */
export const clientMadeId = z.string().min(1).max(MAX_ID).regex(/^[!-~]+$/);
export const entryId = z.string().min(1).max(MAX_ID).regex(/^[A-Za-z0-9_.:-]+$/);
