import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { firstLoad } from './vite/first-load.ts'
import { trimEndpoints } from './vite/trim-endpoints.ts'

const server = process.env['MUTUO_SERVER_URL'] ?? 'http://localhost:3000'

/**
 * What many pages share is put together: left alone each icon and each part of the kit is a request of its own, a hundred and fifty for one page. What the
 * first page need not have (`banned`) stays apart. The order decides.
 */
const groups = [
  {
    name: 'vendor',
    test: /node_modules\/(react|react-dom|scheduler|react-router|@tanstack|i18next|react-i18next|html-parse-stringify|use-sync-external-store|uuid)\//,
  },
  { name: 'zod', test: /node_modules\/zod\// },
  { name: 'socket', test: /node_modules\/(socket\.io|engine\.io)/ },
  { name: 'first', tags: ['$initial' as const] },
  { name: 'icons', test: /node_modules\/@tabler\/icons/ },
  {
    name: 'mantine',
    test: /node_modules\/(@mantine|@floating-ui|react-)/,
    minShareCount: 2,
    entriesAware: true,
    entriesAwareMergeThreshold: 12_000,
  },
  { name: 'ui', test: /client\/src\/ui\//, minShareCount: 4, entriesAware: true, entriesAwareMergeThreshold: 3_000 },
]

/** A shared chunk is called by its group, not by all the pages that have it. */
const chunkFileNames = ({ name }: { name: string }): string => `assets/${name.split('~')[0]}-[hash].js`

export default defineConfig({
  plugins: [
    trimEndpoints(),
    react(),
    firstLoad({ budget: 200, banned: ['zod', 'socket.io-client'], page: '/features/home/home-page.tsx' }),
  ],
  build: {
    target: 'es2023',
    sourcemap: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: { output: { chunkFileNames, codeSplitting: { groups } } },
  },
  server: {
    port: 5173,
    proxy: { '/api': server, '/files': server, '/socket.io': { target: server, ws: true } },
  },
})
