/** A folder with those above it, made from the top down: where one cannot be made (`/proc/x/y`), Node's own recursive way tries for ever. */
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

export async function makeFolder(path: string): Promise<void> {
  const there = await stat(path).catch(() => null);
  if (there?.isDirectory()) return;
  const above = dirname(path);
  if (above !== path) await makeFolder(above);
  await mkdir(path).catch((error: NodeJS.ErrnoException) => {
    // Another made it meanwhile.
    if (error.code !== 'EEXIST' || there) throw error;
  });
}
