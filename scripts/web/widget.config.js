/** The embed script: one IIFE with its styles inside, for any page. */
import { page, preact } from './page.js';
import { slimEngine } from './slim-engine.js';

export default page('widget', {
  ...preact,
  plugins: [slimEngine],
  build: {
    lib: { entry: 'widget.tsx', name: 'JiebangWidget', formats: ['iife'], fileName: () => 'widget.js' },
  },
});
