/** The editors' studio: a React page in pieces, one for each of its parts. */
import react from '@vitejs/plugin-react';
import { page } from './page.js';

export default page('studio', {
  plugins: [react()],
  build: {
    rolldownOptions: {
      input: 'studio.html',
      output: { entryFileNames: 'assets/studio-[hash].js', chunkFileNames: 'assets/studio-[name]-[hash].js', assetFileNames: 'assets/studio-[hash][extname]' },
    },
  },
});
