import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = process.env.LAUREL_API ?? 'http://127.0.0.1:4000';

/** What the development server hands on to the API; in production one server answers both. */
const proxy = {
  '/graphql': { target: api, ws: true },
  '/files': api,
  '/exports': api,
  '/imports': {
    target: api,
    // The import screens live below /import; only the error file is the API's.
    bypass: ({ url }: { url?: string }) => (url?.endsWith('.csv') ? undefined : url),
  },
};

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  server: { proxy },
  preview: { port: 4173, proxy },
  build: {
    target: 'es2022',
    // The first browsers with light-dark(): for older ones it would be rewritten into colours that never show.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    outDir: 'dist',
    emptyOutDir: true,
  },
});
