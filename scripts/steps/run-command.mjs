import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The folder of the repository; every command runs there. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Runs a program to its end without reading the terminal. `quiet` keeps its output back and hands it over in the answer.
 * `signal` ends it. A program that cannot be started answers code 127; one that takes more than `limitMinutes` is ended and answers 1.
 * @param {string} program
 * @param {string[]} args
 * @param {{ quiet?: boolean, environment?: Record<string, string>, limitMinutes?: number, signal?: AbortSignal }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export const runCommand = (program, args, { quiet = false, environment = {}, limitMinutes = 0, signal } = {}) =>
  new Promise((resolve) => {
    const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit']
    const plain = quiet ? { NO_COLOR: '1', FORCE_COLOR: '0' } : {}
    const env = { ...process.env, ...plain, ...environment }
    const child = spawn(program, args, { cwd: root, stdio, env, timeout: limitMinutes * 60_000, ...(signal && { signal }) })
    const chunks = []
    child.stdout?.on('data', (chunk) => chunks.push(chunk))
    child.stderr?.on('data', (chunk) => chunks.push(chunk))
    const output = () => Buffer.concat(chunks).toString()
    child.on('error', (error) => resolve({ code: 127, output: `${output()}${error.message}\n` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output: output() }))
  })

/** As `runCommand`, kept quiet, but a failure shows what the program said and is thrown. */
export const runQuietly = async (program, args, environment) => {
  const { code, output } = await runCommand(program, args, { quiet: true, environment })
  if (code !== 0) throw new Error(`${program} ${args.join(' ')}\n${output}`)
  return output
}
