/** The committed protocol documents are those the code makes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { documentFiles } from '../../src/protocol/documents.js';
import { VERSION } from '../../src/protocol/version.js';

const DOCS = join(import.meta.dirname, '..', '..', 'docs');

interface Schema {
  readonly [key: string]: unknown;
}

/** Every `$ref` in a document, wherever it stands. */
function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value as Schema).flatMap(([key, inner]) => (key === '$ref' && typeof inner === 'string' ? [inner] : references(inner)));
}

function at(document: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, part) => (value as Schema | undefined)?.[part.replaceAll('~1', '/').replaceAll('~0', '~')], document);
}

describe.each(Object.entries(documentFiles(VERSION)))('docs/%s', (name, text) => {
  it('is current; `npm run docs:protocol` writes it anew', () => {
    expect(readFileSync(join(DOCS, name), 'utf8')).toBe(text);
  });

  it('points only at what it has itself', () => {
    const document: unknown = JSON.parse(text);
    const inside = references(document).filter((reference) => reference.startsWith('#/channels') || reference.startsWith('#/components'));
    expect(inside.filter((reference) => at(document, reference) === undefined)).toEqual([]);
  });
});

it('every call is in a group that a reader of the document is told of', () => {
  const { tags, paths } = JSON.parse(documentFiles(VERSION)['openapi.json']) as { tags: { name: string }[]; paths: Record<string, Record<string, { tags: string[] }>> };
  const used = new Set(Object.values(paths).flatMap((calls) => Object.values(calls).flatMap((call) => call.tags)));
  expect([...used].sort()).toEqual(tags.map(({ name }) => name).sort());
});
