/** The insights of supervisors and editors: a React page in pieces; the charts' library comes with the figures only. */
import react from '@vitejs/plugin-react';
import { page } from './page.js';

export default page('insights', {
  plugins: [react()],
  build: {
    rolldownOptions: {
      input: 'insights.html',
      output: { entryFileNames: 'assets/insights-[hash].js', chunkFileNames: 'assets/insights-[name]-[hash].js', assetFileNames: 'assets/insights-[hash][extname]' },
    },
  },
});
