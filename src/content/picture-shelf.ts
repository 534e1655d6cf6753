/** Pictures for articles: taken in when they are sound, under a name of their own, and found missing before an article shows none. */
import { createHash } from 'node:crypto';
import type { Article } from '../domain/article.js';
import type { ContentAuthor } from '../domain/content.js';
import { refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import { MAX_PICTURE_BYTES, pictureOf } from '../domain/picture.js';
import type { Picture } from '../domain/picture.js';
import type { Clock } from '../ports/clock.js';
import type { Pictures } from '../ports/pictures.js';
import { targetsOf } from './article-file.js';
import type { ContentFile } from './content-files.js';
import { lineOf } from './intent-file.js';
import { pictureIn } from './picture-file.js';
import { problemAt } from './problem.js';
import type { ContentProblem } from './problem.js';

const DIGEST_CHARS = 12;
const LISTED = 200;

export class PictureShelf {
  constructor(private readonly deps: { readonly pictures: Pictures; readonly clock: Clock }) {}

  /** `fileName` only lends its words to the name. */
  async take(fileName: string, bytes: Uint8Array, by: ContentAuthor | null): Promise<Picture | Refusal> {
    if (bytes.byteLength > MAX_PICTURE_BYTES) return refuse('too-long', 'a picture has at most 5 MB');
    const found = pictureIn(bytes);
    if (found === null) return refuse('bad-file', 'a whole PNG, JPEG, GIF or WebP picture');
    const { ending, width, height } = found;
    const picture: Picture = { name: pictureName(fileName, bytes, ending), width, height, bytes: bytes.byteLength, by, at: this.deps.clock.now() };
    await this.deps.pictures.keep(picture, bytes);
    return picture;
  }

  list(): Promise<readonly Picture[]> {
    return this.deps.pictures.list(LISTED);
  }

  content(name: string): Promise<Uint8Array | null> {
    return this.deps.pictures.content(name);
  }

  /** Pictures that articles show and nobody uploaded. */
  async missing(files: readonly ContentFile[]): Promise<readonly ContentProblem[]> {
    const shown = files.flatMap((file) => picturesIn(file.text).map((name) => ({ file, name })));
    if (shown.length === 0) return [];
    const known = await this.deps.pictures.known([...new Set(shown.map(({ name }) => name))]);
    return shown.filter(({ name }) => !known.has(name)).map(({ file, name }) => problemAt({ file: file.path, line: lineOf(file.text, name) }, (faults) => faults.noPicture(name)));
  }
}

/** The same picture under the same words has the same name, whoever brings it and however often. */
export function pictureName(fileName: string, bytes: Uint8Array, ending: string): string {
  const words = fileName.toLowerCase().replace(/\.[a-z]+$/, '').replace(/-[0-9a-f]{12}$/, '').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40).replace(/-+$/, '');
  return `${words || 'picture'}-${createHash('sha256').update(bytes).digest('hex').slice(0, DIGEST_CHARS)}.${ending}`;
}

/** Names of the pictures a text shows. */
export function picturesIn(body: Article['body']): readonly string[] {
  if (!body.includes('](/kb-images/')) return [];
  return [...new Set(targetsOf(body).flatMap(({ kind, href }) => (kind === 'image' ? (pictureOf(href) ?? []) : [])))];
}
