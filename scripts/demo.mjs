#!/usr/bin/env node
// npm run demo [-- --fresh]: installs what is missing, then runs the demonstration until Ctrl-C.
import { runApart } from './demo/run-apart.mjs'
import { installMissing } from './steps/install-missing.mjs'

try {
  await installMissing('Installation des dépendances (une seule fois)')
  process.exitCode = await runApart('scripts/demo/run-demo.ts', process.argv.slice(2))
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
