/** The agents' desk: a React page in pieces, so that dialogs come only when they are opened. */
import react from '@vitejs/plugin-react';
import { page } from './page.js';

export default page('desk', {
  plugins: [react()],
  build: {
    rolldownOptions: {
      input: 'desk.html',
      output: { entryFileNames: 'assets/desk-[hash].js', chunkFileNames: 'assets/desk-[name]-[hash].js', assetFileNames: 'assets/desk-[hash][extname]' },
    },
  },
});
