/** The texts content is made of: read below a directory, or as the store holds them. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContentText } from '../domain/content.js';

export type ContentFile = ContentText;

export interface ContentFiles {
  /** Files directly in `folder` whose name ends in `ending`, in the order of their names. */
  in(folder: string, ending: string): Promise<readonly ContentFile[]>;
}

/** Where content lies, and how its files end. */
export const CONTENT_FOLDERS = [
  { folder: 'intents', ending: '.yaml' },
  { folder: 'intents/lexicon', ending: '.yaml' },
  { folder: 'intents/golden', ending: '.yaml' },
  { folder: 'knowledge-base', ending: '.md' },
  { folder: 'knowledge-base', ending: '.yaml' },
] as const;

export function directoryFiles(root: string): ContentFiles {
  return {
    in: async (folder, ending) => {
      const names = await namesIn(join(root, folder));
      const wanted = names.filter((name) => name.endsWith(ending) && name !== 'README.md').sort();
      return Promise.all(wanted.map(async (name) => ({ path: `${folder}/${name}`, text: await readFile(join(root, folder, name), 'utf8') })));
    },
  };
}

export function textFiles(texts: readonly ContentText[]): ContentFiles {
  return {
    in: (folder, ending) => {
      const wanted = texts.filter(({ path }) => path.startsWith(`${folder}/`) && path.endsWith(ending) && !path.slice(folder.length + 1).includes('/'));
      return Promise.resolve([...wanted].sort((one, other) => (one.path < other.path ? -1 : 1)));
    },
  };
}

/** Every text of the content, in the order of the paths. */
export async function allTexts(files: ContentFiles): Promise<readonly ContentText[]> {
  const found = await Promise.all(CONTENT_FOLDERS.map(({ folder, ending }) => files.in(folder, ending)));
  return found.flat().sort((one, other) => (one.path < other.path ? -1 : 1));
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Only ever a file of a content folder, wherever the text came from. */
export function isContentPath(path: string): boolean {
  return CONTENT_FOLDERS.some(({ folder, ending }) => {
    const name = path.slice(folder.length + 1);
    return path.startsWith(`${folder}/`) && name.endsWith(ending) && /^[\w.-]+$/.test(name) && !name.startsWith('.');
  });
}
