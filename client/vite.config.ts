import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { firstLoad } from './vite/first-load.ts'
import { trimEndpoints } from './vite/trim-endpoints.ts'

const server = process.env['MUTUO_SERVER_URL'] ?? 'http://localhost:3000'

const vendor = {
  name: 'vendor',
  test: /node_modules\/(react|react-dom|scheduler|react-router|@tanstack|i18next|react-i18next|html-parse-stringify|use-sync-external-store|uuid)\//,
}

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
    rolldownOptions: { output: { codeSplitting: { groups: [vendor] } } },
  },
  server: {
    port: 5173,
    proxy: { '/api': server, '/files': server, '/socket.io': { target: server, ws: true } },
  },
})
