import packageJson from '../package.json' with { type: 'json' }
import { modules, startApp } from './app.ts'
import { ConfigError, parseConfig } from './platform/config.ts'
import { runProcess } from './platform/run-process.ts'

try {
  const config = parseConfig(process.env)
  await runProcess(config, modules, () => startApp(config, packageJson.version))
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error)
  process.exit(1)
}
