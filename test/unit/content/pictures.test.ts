/** Pictures of articles: only whole ones are taken, each under a name of its own, and none is shown that is not there. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStore } from '../../../src/adapters/store/store.js';
import type { Store } from '../../../src/adapters/store/store.js';
import { SystemClock } from '../../../src/adapters/system/system-clock.js';
import { SystemIds } from '../../../src/adapters/system/system-ids.js';
import { pictureIn } from '../../../src/content/picture-file.js';
import { PictureShelf, pictureName } from '../../../src/content/picture-shelf.js';
import { picturesBelow, putPictures, takePictures } from '../../../src/content/picture-transfer.js';
import { smallPng } from '../../support/pictures.js';

const clock = new SystemClock();
const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 20, 0, 30, 1, 1, 0x11, 0]), Buffer.from([0xff, 0xd9])]);
const WEBP = Buffer.concat([Buffer.from('RIFF'), Buffer.from([22, 0, 0, 0]), Buffer.from('WEBPVP8X'), Buffer.from([10, 0, 0, 0, 0, 0, 0, 0, 99, 0, 0, 49, 0, 0])]);

describe('a picture', () => {
  it('is known by its bytes, whatever it is called', () => {
    expect(pictureIn(smallPng(4, 3))).toEqual({ ending: 'png', width: 4, height: 3 });
    expect(pictureIn(GIF)).toEqual({ ending: 'gif', width: 1, height: 1 });
    expect(pictureIn(JPEG)).toEqual({ ending: 'jpg', width: 30, height: 20 });
    expect(pictureIn(WEBP)).toEqual({ ending: 'webp', width: 100, height: 50 });
  });

  it('is none when something hangs behind it, when it is cut off, too large to show, or nothing of the kind', () => {
    const script = Buffer.from('<script>alert(1)</script>');
    for (const whole of [smallPng(4, 3), GIF, JPEG, WEBP]) {
      expect(pictureIn(Buffer.concat([whole, script]))).toBeNull();
      expect(pictureIn(whole.subarray(0, whole.length - 1))).toBeNull();
      for (let length = 0; length < Math.min(40, whole.length); length += 1) expect(pictureIn(whole.subarray(0, length))).toBeNull();
    }
    expect(pictureIn(smallPng(60_000, 60_000, deflateSync(Buffer.alloc(1))))).toBeNull();
    expect(pictureIn(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'))).toBeNull();
    expect(pictureIn(script)).toBeNull();
  });

  it('has a name of plain letters and its digest', () => {
    expect(pictureName('../../卡托 SIM.Tray.PNG', GIF, 'gif')).toMatch(/^sim-tray-[0-9a-f]{12}\.gif$/);
    expect(pictureName('图.png', GIF, 'gif')).toMatch(/^picture-[0-9a-f]{12}\.gif$/);
    const once = pictureName('tray.png', GIF, 'gif');
    expect(pictureName(once, GIF, 'gif')).toBe(once);
  });
});

describe('pictures between files and the store', () => {
  let folder: string;
  let store: Store;
  let shelf: PictureShelf;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jiebang-pictures-'));
    store = await openStore({ databaseUrl: null, dataDir: join(folder, 'data'), clock, ids: new SystemIds(clock) });
    shelf = new PictureShelf({ pictures: store.pictures, clock });
  });
  afterAll(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  it('come out as they went in, to the last byte', async () => {
    const [from, to] = [join(folder, 'from'), join(folder, 'to')];
    const name = pictureName('tray', smallPng(4, 3), 'png');
    await mkdir(join(from, 'knowledge-base/images'), { recursive: true });
    await writeFile(join(from, 'knowledge-base/images', name), smallPng(4, 3));
    const { files, problems } = await picturesBelow(from);
    expect(problems).toEqual([]);
    expect(await takePictures(files, shelf)).toBe(1);
    const article = { path: 'knowledge-base/a.en.md', text: `---\nid: a\n---\n![the tray](/kb-images/${name})` };
    expect(await shelf.missing([article])).toEqual([]);
    expect(await putPictures([article], shelf, to)).toBe(1);
    expect(await readFile(join(to, 'knowledge-base/images', name))).toEqual(Buffer.from(smallPng(4, 3)));
  });

  it('are told of by file when they are none, or are called otherwise than what they hold', async () => {
    const root = join(folder, 'wrong');
    await mkdir(join(root, 'knowledge-base/images'), { recursive: true });
    await writeFile(join(root, 'knowledge-base/images/tray.png'), smallPng(4, 3));
    await writeFile(join(root, 'knowledge-base/images/x-0123456789ab.gif'), 'GIF89a');
    const { problems } = await picturesBelow(root);
    expect(problems.map(({ file, text }) => [file, text])).toEqual([
      ['knowledge-base/images/tray.png', expect.stringContaining(pictureName('tray', smallPng(4, 3), 'png'))],
      ['knowledge-base/images/x-0123456789ab.gif', expect.stringContaining('no whole')],
    ]);
    expect(await shelf.missing([{ path: 'knowledge-base/b.en.md', text: 'one\n\n![x](/kb-images/gone-0123456789ab.png)' }])).toMatchObject([{ file: 'knowledge-base/b.en.md', line: 3 }]);
  });
});
