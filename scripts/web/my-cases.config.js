/** The panel of one's cases: one IIFE that the chat fetches when it is first opened. */
import { page, preact } from './page.js';

export default page('my-cases', {
  ...preact,
  build: {
    lib: { entry: 'my-cases.tsx', name: 'JiebangMyCases', formats: ['iife'], fileName: () => 'my-cases.js' },
  },
});
