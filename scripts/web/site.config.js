/** The operator's home page, with the widget on it as on any site, and the page of one article. */
import { page, preact } from './page.js';

export default page('site', {
  ...preact,
  build: { rolldownOptions: { input: ['index.html', 'kb.html'] } },
});
