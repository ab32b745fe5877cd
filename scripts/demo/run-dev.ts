import { spawn } from 'node:child_process'
import { root } from '../steps/run-command.mjs'
import { forgetRunningDemo, writeRunningDemo } from './demo-folder.ts'
import { endWithParent } from './end-with-parent.ts'
import { startGround } from './ground.ts'

const port = Number(process.env.PORT ?? 3000)
const appUrl = 'http://localhost:5173'

const ending = new AbortController()
const running: { stop(): Promise<void> }[] = []

const run = (args: string[], environment: Record<string, string>): void => {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  running.unshift({ stop })
}

endWithParent(async () => {
  ending.abort()
  for (const part of running) await part.stop()
  forgetRunningDemo()
  return 0
})

const ground = await startGround({ appUrl, port, signal: ending.signal })
running.push(ground)
run(['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'server/src/main.ts'], ground.environment)
run(['node_modules/vite/bin/vite.js', 'client'], { MUTUO_SERVER_URL: `http://localhost:${port}` })
writeRunningDemo({ url: appUrl, mongodbUri: ground.mongodbUri, stripeUrl: ground.stripeUrl, pid: process.pid })
