import type { Config } from './platform/config.ts'
import { type RunningApp, startServing } from './platform/running-app.ts'
import type { ServerModule } from './platform/server-module.ts'

/** Every module, in the order of architecture.md: each may call those before it. The only list of them. */
export const modules: readonly ServerModule[] = []

export const startApp = (config: Config, version: string): Promise<RunningApp> => startServing(config, modules, version)
