import { parseArgs } from 'node:util'
import { buildClient } from '../steps/build-client.mjs'
import { bundleServer } from '../steps/bundle-server.mjs'
import { showStep } from '../steps/show-step.mjs'
import { seededLogins } from './demo-data.ts'
import { emptyFolder, forgetRunningDemo, readRunningDemo, writeRunningDemo } from './demo-folder.ts'
import { endWithParent } from './end-with-parent.ts'
import { isFree } from './free-port.ts'
import { type Ground, startGround } from './ground.ts'
import { endOfLog, startServerProcess, waitUntilReady } from './server-process.ts'

const { values } = parseArgs({ options: { fresh: { type: 'boolean', default: false } } })
const port = Number(process.env.PORT ?? 3000)
const url = `http://localhost:${port}`
const startedAt = Date.now()

const ending = new AbortController()
/** What runs, the last started first: it ends in that order. */
const running: { stop(): Promise<void> }[] = []

const stopAll = async (): Promise<void> => {
  for (let part = running.shift(); part; part = running.shift()) await part.stop()
  forgetRunningDemo()
}

const refuseToStartTwice = async (): Promise<void> => {
  const other = readRunningDemo()
  if (other && !(await isFree(Number(new URL(other.url).port)))) {
    throw new Error(`La démonstration tourne déjà : ${other.url} (processus ${other.pid}).`)
  }
  if (!(await isFree(port))) throw new Error(`Le port ${port} est déjà pris. Choisissez-en un autre : PORT=3100 npm run demo`)
}

const startFresh = (): void => {
  if (process.env.MONGODB_URI) throw new Error('--fresh n’efface pas la base de MONGODB_URI : videz-la vous-même.')
  emptyFolder()
  console.log('Données effacées.')
}

const sayHello = async (mongodbUri: string): Promise<void> => {
  const logins = (await seededLogins(mongodbUri)) ?? []
  console.log(`\nMutuo est prêt en ${((Date.now() - startedAt) / 1000).toFixed(1)} s : ${url}\n`)
  for (const { role, email, password } of logins) console.log(`  ${role.padEnd(28)} ${email.padEnd(36)} ${password}`)
  console.log('\nLettres : .mutuo/mail · journal : .mutuo/server.log · Ctrl-C pour arrêter')
}

const buildParts = async (): Promise<void> => {
  await showStep('Assemblage du serveur', bundleServer)
  await showStep('Construction du client', () => buildClient())
}

const startParts = async (): Promise<Ground> => {
  const ground = await startGround({ appUrl: url, port, signal: ending.signal })
  running.unshift(ground)
  return ground
}

/** Starts every part, then answers when the server ends by itself. */
const run = async (): Promise<number> => {
  const [ground] = await Promise.all([startParts(), buildParts()])
  ending.signal.throwIfAborted()
  const server = startServerProcess(['--enable-source-maps', 'server/dist/main.js'], ground.environment)
  running.unshift(server)
  await showStep('Démarrage du serveur', () => waitUntilReady(url, server))
  writeRunningDemo({ url, mongodbUri: ground.mongodbUri, stripeUrl: ground.stripeUrl, pid: process.pid })
  await sayHello(ground.mongodbUri)
  return server.ended
}

const main = async (): Promise<void> => {
  await refuseToStartTwice()
  if (values.fresh) startFresh()
  const work = run()
  endWithParent(async () => {
    console.log('\nArrêt…')
    ending.abort()
    await stopAll()
    await work.catch(() => undefined)
    await stopAll()
    return 0
  })
  const code = await work
  if (ending.signal.aborted) return
  await stopAll()
  throw new Error(`Le serveur s’est arrêté (code ${code}) :\n${endOfLog()}`)
}

main().catch(async (error: unknown) => {
  if (ending.signal.aborted) return
  console.error(error instanceof Error ? error.message : error)
  await stopAll()
  process.exit(1)
})
