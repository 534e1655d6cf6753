/** The embed script: one IIFE with its styles inside, for any page. */
import { page, preact } from './page.js';
import { slimEngine } from './slim-engine.js';

export default page('widget', {
  ...preact,
  plugins: [slimEngine],
  build: {
    // Some hundred bytes smaller than the bundler's own, which is what the promised size is short of.
    minify: 'terser',
    terserOptions: { ecma: 2020, toplevel: true, compress: { passes: 3, pure_getters: true } },
    lib: { entry: 'widget.tsx', name: 'JiebangWidget', formats: ['iife'], fileName: () => 'widget.js' },
  },
});
