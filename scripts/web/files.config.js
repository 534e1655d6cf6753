/** Sending and showing files: a module of its own that the chat fetches when the first file comes along. */
import { page } from './page.js';

export default page('files', {
  build: {
    lib: { entry: 'files.ts', formats: ['es'], fileName: () => 'files.js' },
  },
});
