#!/usr/bin/env node
// npm run build: the client into client/dist, the server into server/dist.
import { buildClient } from './steps/build-client.mjs'
import { bundleServer } from './steps/bundle-server.mjs'
import { showStep } from './steps/show-step.mjs'

try {
  await showStep('Bundling the server', bundleServer)
  await showStep('Building the client', () => buildClient({ always: true }))
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
