import type { Server } from 'node:http'
import type { Config } from './config.ts'
import { setLogLevel, logger } from './logger.ts'
import { useConfig } from './config.ts'
import { listenForAudit } from './audit/append-audit.ts'
import { startDelivery, stopDelivery } from './events/deliver-events.ts'
import { forgetConsumers } from './events/on-event.ts'
import { writeOutbox } from './events/write-outbox.ts'
import { bornServer } from './http/born-server.ts'
import { drainHttp } from './http/drain-http.ts'
import { httpApp } from './http/http-app.ts'
import type { Readiness } from './http/probes.ts'
import { useErrorStatuses } from './http/problem.ts'
import { sessionMiddleware } from './http/session.ts'
import { forgetAccounts, useAccounts } from './http/sign-in.ts'
import { useJobs } from './jobs/run-due-jobs.ts'
import { startJobs } from './jobs/start-jobs.ts'
import { listenForMail } from './mail/deliver-mail.ts'
import { mailPort } from './mail/mail-port.ts'
import { useMailTemplates } from './mail/mail-template.ts'
import { setEffectErrorReporter, setOutboxWriter } from './mongo/transaction.ts'
import { connectRedis } from './realtime/connect-redis.ts'
import { startSocketServer, stopSocketServer } from './realtime/socket-server.ts'
import { tellHeads } from './realtime/tell-heads.ts'
import type { ServerModule } from './server-module.ts'

export type RunningApp = { server: Server; url: string; stop(): Promise<void> }
type Stop = () => Promise<void> | void

/** Registers what the modules bring, without serving anybody: enough for seeds, tests and the command line, which call use cases. Needs an open database only when they do. */
export const composeModules = (config: Config, modules: readonly ServerModule[]): void => {
  useConfig(config)
  setLogLevel(config.logLevel)
  useErrorStatuses(modules.map((module) => module.errors ?? {}))
  useMailTemplates(modules.map((module) => module.mails ?? {}))
  useJobs(modules.flatMap((module) => module.jobs ?? []))
  forgetConsumers()
  listenForAudit()
  listenForMail(mailPort(config))
  for (const module of modules) module.listen?.()
  setOutboxWriter(writeOutbox)
  setEffectErrorReporter((error) => logger().error({ err: error }, 'an effect after a commit failed'))
}

/** Serves on the open and migrated database. `stop` drains: it finishes what is under way and leaves nothing held. */
export const startServing = async (config: Config, modules: readonly ServerModule[], version: string): Promise<RunningApp> => {
  composeModules(config, modules)
  const accounts = modules.find((module) => module.accounts)?.accounts
  forgetAccounts()
  if (accounts) useAccounts(accounts)
  const readiness: Readiness = { isStarted: false, isDraining: false }
  const session = sessionMiddleware(config)
  const server = bornServer(httpApp({ config, modules, accounts, session, readiness, version }))
  const stopRealtime = await startRealtime(server, config, modules, { session, accounts })
  startDelivery()
  const stopJobs: Stop = config.runsJobs ? await startJobs() : () => undefined
  for (const module of modules) await module.start?.()
  await listen(server, config)
  readiness.isStarted = true
  const stop = once(async () => {
    readiness.isDraining = true
    await stopRealtime()
    await drainHttp(server, config.shutdownDrainMs)
    await stopJobs()
    await stopDelivery()
    for (const module of modules.toReversed()) await module.stop?.()
  })
  return { server, url: config.appUrl, stop }
}

const startRealtime = async (
  server: Server,
  config: Config,
  modules: readonly ServerModule[],
  { session, accounts }: Pick<Parameters<typeof startSocketServer>[1], 'session' | 'accounts'>,
): Promise<Stop> => {
  const io = startSocketServer(server, {
    origins: config.origins,
    session,
    accounts,
    sessionHours: config.sessionHours,
    handlers: modules.flatMap((module) => module.sockets ?? []),
    topics: Object.assign({}, ...modules.map((module) => module.topics ?? {})),
  })
  const stopRedis: Stop = config.redisUrl ? await connectRedis(io, config.redisUrl) : () => undefined
  const headsOf = modules.find((module) => module.roomHeads)?.roomHeads
  const stopHeads = headsOf ? tellHeads(headsOf) : () => undefined
  return async () => {
    stopHeads()
    await stopSocketServer()
    await stopRedis()
  }
}

const listen = (server: Server, { port, host }: Config): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })

const once = (work: () => Promise<void>): (() => Promise<void>) => {
  let done: Promise<void> | undefined
  return () => (done ??= work())
}
