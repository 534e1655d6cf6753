/** Reads what a Direct Line client uploads: the files, and the Activity they belong to as a part of its own. */
import type { Request, Response } from 'express';
import multer, { MulterError } from 'multer';
import { MAX_ATTACHMENT_BYTES } from '../../domain/attachment.js';
import { refuse } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import { directLineActivity } from '../../protocol/direct-line.js';
import type { DirectLineActivity } from '../../protocol/direct-line.js';
import { utf8Name } from '../http/attachment-upload.js';

export interface DirectLineUpload {
  readonly activity: DirectLineActivity;
  readonly files: readonly { readonly name: string; readonly content: Uint8Array }[];
}

const MOST_FILES = 5;
const LIMITS = { fileSize: MAX_ATTACHMENT_BYTES, files: MOST_FILES + 1, fields: 4, fieldSize: 65_536, fieldNameSize: 64, parts: MOST_FILES + 5, headerPairs: 20 };
const read = multer({ storage: multer.memoryStorage(), limits: LIMITS }).any();

export function uploadOf(request: Request, response: Response): Promise<DirectLineUpload | Refusal> {
  return new Promise((resolve, reject) => {
    read(request, response, (error: unknown) => {
      if (error instanceof MulterError) resolve(refuse(error.code === 'LIMIT_FILE_SIZE' ? 'too-long' : 'bad-request', error.message));
      else if (error !== undefined && error !== null) resolve(refuse('bad-request', 'not a whole multipart body'));
      else resolve(partsOf(request));
    });
    request.once('error', reject);
  });
}

function partsOf(request: Request): DirectLineUpload | Refusal {
  const parts = Array.isArray(request.files) ? request.files : [];
  const given = parts.find(({ fieldname }) => fieldname === 'activity');
  const files = parts.filter((part) => part !== given && part.size > 0);
  const parsed = directLineActivity.safeParse(given ? jsonOf(given.buffer) : { type: 'message' });
  if (!parsed.success || files.length === 0 || files.length > MOST_FILES) return refuse('bad-request', 'an Activity and one to five files');
  return { activity: parsed.data, files: files.map(({ originalname, buffer }) => ({ name: utf8Name(originalname), content: buffer })) };
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}
