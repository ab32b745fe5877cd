import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheFolder } from './cache-folder.ts'

const DAY_MS = 24 * 3600 * 1000
const SILENCE_MS = 15_000
const FETCH = `require('mongodb-memory-server-core/lib/util/MongoBinary').MongoBinary.getPath().then(
  (path) => process.stdout.write('\\n' + path), (error) => { console.error(error.message); process.exit(1) })`

type Remembered = { failedAt: string; reason: string }

/** The path of mongodb-memory-server's own mongod, fetched at most once; a failure is remembered for a day, since it costs about 7 s. @throws with the reason */
export const downloadMongod = async (environment: NodeJS.ProcessEnv, say: (line: string) => void): Promise<string> => {
  const folder = join(cacheFolder(environment), 'mongod')
  const memory = join(folder, 'last-failure.json')
  await mkdir(folder, { recursive: true })
  const last = await lastFailure(memory)
  if (last) throw new Error(`${last.reason} (essai du ${last.failedAt}, gardé un jour dans ${memory})`)
  say('Base de données : recherche de mongod, ou téléchargement s’il n’est pas encore là…')
  try {
    return await fetchInto(folder, environment)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    await writeFile(memory, JSON.stringify({ failedAt: new Date().toISOString(), reason } satisfies Remembered))
    throw new Error(reason, { cause: error })
  }
}

const lastFailure = async (memory: string): Promise<Remembered | undefined> => {
  const text = await readFile(memory, 'utf8').catch(() => undefined)
  if (!text) return undefined
  const last = JSON.parse(text) as Remembered
  return Date.now() - Date.parse(last.failedAt) < DAY_MS ? last : undefined
}

/** In a process of its own: the library offers no way to give up, and a filtered network answers nothing at all for minutes. */
const fetchInto = (folder: string, environment: NodeJS.ProcessEnv): Promise<string> =>
  new Promise((resolve, reject) => {
    const from = createRequire(import.meta.url).resolve('mongodb-memory-server/package.json')
    const env = { ...environment, MONGOMS_DOWNLOAD_DIR: folder, MONGOMS_MAX_RETRIES: '1', MONGOMS_SYSTEM_BINARY: '' }
    const child = spawn(process.execPath, ['-e', FETCH], { cwd: join(from, '..'), env, stdio: ['ignore', 'pipe', 'pipe'] })
    let out = ''
    let complaint = ''
    child.stdout.on('data', (chunk) => (out += chunk))
    child.stderr.on('data', (chunk) => (complaint += chunk))
    const watch = killWhenSilent(folder, () => child.kill('SIGKILL'))
    child.once('error', reject)
    child.once('close', (code) => {
      clearInterval(watch)
      if (code === 0) resolve(out.trim().split('\n').at(-1) ?? '')
      else reject(new Error(complaint.trim().split('\n')[0] || `aucune réponse en ${SILENCE_MS / 1000} s`))
    })
  })

const killWhenSilent = (folder: string, kill: () => void): NodeJS.Timeout => {
  let [size, since] = [-1, Date.now()]
  return setInterval(async () => {
    const current = await sizeOf(folder)
    if (current !== size) [size, since] = [current, Date.now()]
    else if (Date.now() - since > SILENCE_MS) kill()
  }, 1000)
}

const sizeOf = async (folder: string): Promise<number> => {
  const names = await readdir(folder)
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        (entry) => entry.size,
        () => 0,
      ),
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
