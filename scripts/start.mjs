#!/usr/bin/env node
// npm start: the built server, with what .env says where there is one.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './steps/run-command.mjs'

const bundle = join(root, 'server', 'dist', 'main.js')
if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'))
if (existsSync(bundle)) await import(pathToFileURL(bundle).href)
else {
  console.error('The server is not built: npm run build')
  process.exitCode = 1
}
