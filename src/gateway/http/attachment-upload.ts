/** Reads one uploaded file into memory, within its limits, and turns what multer throws into our own codes. */
import type { Request, Response } from 'express';
import multer, { MulterError } from 'multer';
import { MAX_ATTACHMENT_BYTES } from '../../domain/attachment.js';
import { refuse } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';

export interface Upload {
  readonly name: string;
  readonly content: Uint8Array;
  readonly fields: object;
}

const LIMITS = { fileSize: MAX_ATTACHMENT_BYTES, files: 1, fields: 4, fieldSize: 1024, fieldNameSize: 64, parts: 5, headerPairs: 20 };

export function uploadReader(): (request: Request, response: Response) => Promise<Upload | Refusal> {
  const single = multer({ storage: multer.memoryStorage(), limits: LIMITS }).single('file');
  return (request, response) =>
    new Promise((resolve, reject) => {
      single(request, response, (error: unknown) => {
        if (error instanceof MulterError) resolve(refuse(error.code === 'LIMIT_FILE_SIZE' ? 'too-long' : 'bad-request', error.message));
        else if (error !== undefined && error !== null) resolve(refuse('bad-request', 'not a whole multipart body'));
        else if (request.file === undefined || request.file.size === 0) resolve(refuse('bad-request', 'one file, not empty, in the field "file"'));
        else resolve({ name: utf8Name(request.file.originalname), content: request.file.buffer, fields: (request.body ?? {}) as object });
      });
      request.once('error', reject);
    });
}

/** Browsers send names in UTF-8, multer reads them as Latin-1. */
export function utf8Name(latin: string): string {
  const bytes = Buffer.from(latin, 'latin1');
  const utf8 = bytes.toString('utf8');
  return utf8.includes('\ufffd') ? latin : utf8;
}
