import packageJson from '../package.json' with { type: 'json' }
import { modules, startApp } from './app.ts'
import { ConfigError, parseConfig } from './platform/config.ts'
import { runProcess } from './platform/run-process.ts'

try {
  const config = parseConfig()
  await runProcess(config, modules, () => startApp(config, packageJson.version))
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String(error instanceof Error ? error.stack : error)}\n`)
  process.exit(1)
}
