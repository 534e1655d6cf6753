/** The one place content is read from disk: names and texts of the files below a directory. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface ContentFile {
  /** Relative to the content directory, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface ContentFiles {
  /** Files directly in `folder` whose name ends in `ending`, in the order of their names. */
  in(folder: string, ending: string): Promise<readonly ContentFile[]>;
}

export function directoryFiles(root: string): ContentFiles {
  return {
    in: async (folder, ending) => {
      const names = await readdir(join(root, folder));
      const wanted = names.filter((name) => name.endsWith(ending) && name !== 'README.md').sort();
      return Promise.all(wanted.map(async (name) => ({ path: `${folder}/${name}`, text: await readFile(join(root, folder, name), 'utf8') })));
    },
  };
}
