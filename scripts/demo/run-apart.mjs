import { spawn } from 'node:child_process'
import { root } from '../steps/run-command.mjs'

/**
 * Runs a TypeScript program in a process group of its own, and answers its exit code: Ctrl-C in the terminal reaches this process alone,
 * which asks the program to end, so that it can stop the server before the database. The program ends too when this process is killed.
 */
export const runApart = (program, args) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', program, ...args], {
      cwd: root,
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.connected && child.disconnect())
    child.on('exit', (code) => resolve(code ?? 1))
  })
