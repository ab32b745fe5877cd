#!/usr/bin/env node
// npm run dev: server, emulator and client with reload, on the demo's data.
import { runApart } from './demo/run-apart.mjs'

process.exitCode = await runApart('scripts/demo/run-dev.ts', process.argv.slice(2))
