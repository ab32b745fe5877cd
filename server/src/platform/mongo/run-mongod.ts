import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { promisify } from 'node:util'
import type { MongoMemoryServer, MongoMemoryReplSet } from 'mongodb-memory-server'
import { MongoClient } from 'mongodb'

/** A mongod, or something in the shape of one. `isReplicaSet`: it advertises a one-node replica set by itself. */
export type MongodBinary = { path: string; version: string; isReplicaSet: boolean; environment: NodeJS.ProcessEnv }
export type RunningMongod = { uri: string; stop(): Promise<void>; kill(): Promise<void> }

const LAUNCH_TIMEOUT_MS = 60_000

/** The x.y.z of `path --version`. @throws when it does not run or says nothing of the kind */
export const versionOf = async (path: string, environment: NodeJS.ProcessEnv): Promise<string> => {
  const { stdout } = await promisify(execFile)(path, ['--version'], { env: environment, timeout: 20_000 })
  const version = /db version v?(\d+\.\d+\.\d+)/i.exec(stdout)?.[1]
  if (!version) throw new Error(`${path} --version : « ${stdout.trim().split('\n')[0]} »`)
  return version
}

/** Starts it once on an empty folder and asks: a real mongod says nothing of a set until it is given one. */
export const advertisesReplicaSet = async (binary: Omit<MongodBinary, 'isReplicaSet'>): Promise<boolean> => {
  const probe = await runMongod({ ...binary, isReplicaSet: true })
  const client = new MongoClient(probe.uri, { directConnection: true, serverSelectionTimeoutMS: 10_000 })
  try {
    const hello = await client.db('admin').command({ hello: 1 })
    return typeof hello.setName === 'string'
  } finally {
    await client.close()
    await probe.stop()
  }
}

/** Runs it until `stop()`, on `dbPath` or on a temporary folder, on `port` or on a free one; it never outlives this process. */
export const runMongod = async (
  binary: MongodBinary,
  { dbPath, port }: { dbPath?: string; port?: number } = {},
): Promise<RunningMongod> => {
  if (dbPath) await mkdir(dbPath, { recursive: true })
  const memory = await import('mongodb-memory-server')
  const shared = { binary: { systemBinary: binary.path, version: binary.version }, spawn: { env: binary.environment } }
  const samePort = port ?? (dbPath && !binary.isReplicaSet ? await rememberedPort(dbPath) : undefined)
  const instance = {
    launchTimeout: LAUNCH_TIMEOUT_MS,
    storageEngine: 'wiredTiger' as const,
    ...(dbPath && { dbPath }),
    ...(samePort && { port: samePort, portGeneration: false }),
  }
  if (binary.isReplicaSet) {
    const server = await memory.MongoMemoryServer.create({ ...shared, instance })
    return handleOf(server, [server])
  }
  const replSet = { name: 'rs0', count: 1, storageEngine: 'wiredTiger' as const }
  const set = await memory.MongoMemoryReplSet.create({ ...shared, replSet, instanceOpts: [instance] })
  return handleOf(set, set.servers)
}

/** A mongod keeps the addresses of its set in its data: on another port it would find itself in no set. */
const rememberedPort = async (dbPath: string): Promise<number> => {
  const file = `${dbPath}.port`
  const remembered = Number(await readFile(file, 'utf8').catch(() => ''))
  if (remembered > 0) return remembered
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await writeFile(file, String(port))
  return port
}

const handleOf = (owner: MongoMemoryServer | MongoMemoryReplSet, servers: MongoMemoryServer[]): RunningMongod => ({
  uri: owner.getUri(),
  stop: async () => {
    await owner.stop()
  },
  kill: async () => {
    const processes = servers.flatMap((server) => server.instanceInfo?.instance.mongodProcess ?? [])
    await Promise.all(
      processes.map(async (child) => {
        const ended = new Promise((resolve) => child.once('exit', resolve))
        child.kill('SIGKILL')
        await ended
      }),
    )
    await owner.stop()
  },
})
