/** The full-screen page for a phone. */
import { page, preact } from './page.js';
import { slimEngine } from './slim-engine.js';

export default page('wechat', {
  ...preact,
  plugins: [slimEngine],
  build: { rolldownOptions: { input: 'wechat.html' } },
});
