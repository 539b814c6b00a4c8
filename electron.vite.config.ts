import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/**
 * Three builds into `dist/`: the main process with the desk process and the thread that opens files, the preload as one CommonJS file
 * (a sandboxed preload can be nothing else), and the window. Everything is bundled except better-sqlite3, whose native part must lie
 * beside it.
 */
export default defineConfig({
  main: {
    // The package's form for Node declares a `require` of its own, and the builder declares another beside it.
    resolve: { alias: [{ find: /^fflate$/u, replacement: 'fflate/browser' }] },
    build: {
      outDir: 'dist/main',
      externalizeDeps: false,
      rollupOptions: {
        input: {
          main: 'electron/main.ts',
          'desk-process': 'electron/desk-process.ts',
          'open-apart-thread': 'exchange/open-apart-thread.ts',
        },
        external: ['better-sqlite3'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'dist/preload',
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: 'electron/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [react()],
    build: {
      outDir: 'dist/renderer',
      // Nothing is inlined as a data address: the window loads files of its own program only.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4000,
      rollupOptions: { input: 'renderer/index.html' },
    },
  },
});
