import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { access, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { cacheFolder } from './cache-folder.ts'
import type { MongodBinary } from './run-mongod.ts'
import { versionOf } from './run-mongod.ts'

export const SECANTUS = 'SecantusDB 0.7.0b3'

const run = promisify(execFile)
const SHIPPED = join(import.meta.dirname, 'secantus')
const PYTHONS = ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python']
const TELL = 'import sys, platform; print("%d.%d %s %s" % (*sys.version_info[:2], sys.implementation.cache_tag, platform.machine()))'

/** SecantusDB behind its mongod-shaped front, installed from PyPI into the cache folder the first time (9 s, 120 MB). @throws with the reason */
export const installSecantus = async (environment: NodeJS.ProcessEnv, say: (line: string) => void): Promise<MongodBinary> => {
  const python = await findPython(environment)
  const requirements = join(SHIPPED, 'requirements.txt')
  const digest = createHash('sha256')
    .update(await readFile(requirements))
    .digest('hex')
    .slice(0, 8)
  const folder = join(cacheFolder(environment), `secantusdb-${python.tag}-${digest}`)
  const isThere = await access(folder).then(
    () => true,
    () => false,
  )
  if (!isThere) await installOnce({ python: python.command, requirements, folder, environment }, say)
  const path = join(SHIPPED, 'mongod')
  const pythonPath = [folder, environment.PYTHONPATH].filter(Boolean).join(delimiter)
  const own = { ...environment, PYTHONPATH: pythonPath, MUTUO_PYTHON: python.command }
  return { path, version: await versionOf(path, own), isReplicaSet: true, environment: own }
}

const findPython = async (environment: NodeJS.ProcessEnv): Promise<{ command: string; tag: string }> => {
  for (const command of PYTHONS) {
    const { stdout } = await run(command, ['-c', TELL], { env: environment, timeout: 20_000 }).catch(() => ({ stdout: '' }))
    const [version = '', tag, machine] = stdout.trim().split(' ')
    const [major = 0, minor = 0] = version.split('.').map(Number)
    if (tag && (major > 3 || (major === 3 && minor >= 10))) return { command, tag: `${tag}-${machine}` }
  }
  throw new Error('aucun Python ≥ 3.10 dans le PATH')
}

type Installation = { python: string; requirements: string; folder: string; environment: NodeJS.ProcessEnv }

const installOnce = async (installation: Installation, say: (line: string) => void): Promise<void> => {
  const startedAt = Date.now()
  const seconds = () => `${Math.round((Date.now() - startedAt) / 1000)} s`
  say(`Base de données : installation de ${SECANTUS} (une seule fois, environ 120 Mo)…`)
  const progress = setInterval(() => say(`Base de données : installation en cours, ${seconds()}…`), 5000)
  await pipInstall(installation).finally(() => clearInterval(progress))
  say(`Base de données : ${SECANTUS} installée en ${seconds()}`)
}

/** Beside its place first, then renamed: two first starts at once, or a cut, leave no half-installed folder. */
const pipInstall = async ({ python, requirements, folder, environment }: Installation): Promise<void> => {
  const part = `${folder}.${process.pid}.part`
  const options = ['--quiet', '--disable-pip-version-check', '--no-warn-conflicts', '--no-deps', '--only-binary=:all:']
  const pip = ['-m', 'pip', 'install', ...options, '--target', part, '-r', requirements]
  try {
    await mkdir(dirname(folder), { recursive: true })
    await run(python, pip, { env: environment, timeout: 600_000, maxBuffer: 1 << 24 })
    await rename(part, folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    })
  } catch (error) {
    const output = (error as { stderr?: string }).stderr ?? ''
    throw new Error(output.split('\n').find((line) => /^ERROR|No module/.test(line)) ?? String(error), { cause: error })
  } finally {
    await rm(part, { recursive: true, force: true })
  }
}
