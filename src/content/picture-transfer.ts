/** Pictures between files and the store: `knowledge-base/images/`, byte by byte, each under the name that tells what it holds. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { ContentText } from '../domain/content.js';
import { isRefusal } from '../domain/errors.js';
import { MAX_PICTURE_BYTES } from '../domain/picture.js';
import { makeFolder } from './make-folder.js';
import type { PictureShelf } from './picture-shelf.js';
import { pictureName, picturesIn } from './picture-shelf.js';
import { pictureIn } from './picture-file.js';
import { problemAt } from './problem.js';
import type { ContentProblem } from './problem.js';

const FOLDER = 'knowledge-base/images';

export interface PictureFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Every file of the folder, with what is wrong with any of them. */
export async function picturesBelow(root: string): Promise<{ readonly files: readonly PictureFile[]; readonly problems: readonly ContentProblem[] }> {
  const names = (await readdir(join(root, FOLDER)).catch(() => [])).filter((name) => /\.(png|jpe?g|gif|webp)$/i.test(name)).sort();
  const files = await Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(root, FOLDER, name)) })));
  return { files, problems: files.flatMap(problemOf) };
}

function problemOf({ name, bytes }: PictureFile): readonly ContentProblem[] {
  const place = { file: `${FOLDER}/${name}`, line: 1 };
  const found = bytes.byteLength > MAX_PICTURE_BYTES ? null : pictureIn(bytes);
  if (found === null) return [problemAt(place, (faults) => faults.badPicture)];
  const right = pictureName(basename(name, extname(name)), bytes, found.ending);
  return right === name ? [] : [problemAt(place, (faults) => faults.pictureName(right))];
}

/** What articles show and neither the files nor the store have. */
export async function missingPictures(texts: readonly ContentText[], files: readonly PictureFile[], shelf: PictureShelf | null): Promise<readonly ContentProblem[]> {
  const have = new Set(files.map(({ name }) => name));
  const articles = texts.filter(({ path, text }) => path.endsWith('.md') && picturesIn(text).some((name) => !have.has(name)));
  if (shelf) return (await shelf.missing(articles)).filter((problem) => ![...have].some((name) => problem.text.includes(name)));
  return articles.flatMap(({ path, text }) => picturesIn(text).filter((name) => !have.has(name)).map((name) => problemAt({ file: path, line: 1 }, (faults) => faults.noPicture(name))));
}

/** How many there are now; files that are no pictures were told of before. */
export async function takePictures(files: readonly PictureFile[], shelf: PictureShelf): Promise<number> {
  const taken = await Promise.all(files.map(({ name, bytes }) => shelf.take(name, bytes, null)));
  return taken.filter((one) => !isRefusal(one)).length;
}

/** The pictures that these texts show, beside them. Others in the folder are left alone. */
export async function putPictures(texts: readonly ContentText[], shelf: PictureShelf, root: string): Promise<number> {
  const names = [...new Set(texts.filter(({ path }) => path.endsWith('.md')).flatMap(({ text }) => picturesIn(text)))];
  if (names.length > 0) await makeFolder(join(root, FOLDER));
  let written = 0;
  for (const name of names) {
    const bytes = await shelf.content(name);
    if (!bytes) continue;
    await writeFile(join(root, FOLDER, name), bytes);
    written += 1;
  }
  return written;
}
