import { type DatabaseServer, startDatabase } from '@mutuo/server/platform/mongo/choose-server.ts'
import { findFault } from '../database/known-fault.ts'

declare global {
  var mutuoTestServers: DatabaseServer[] | undefined
}

/**
 * One server for the whole run; each file makes its own database on it with testDatabase(). The embedded default works on one core only: where test files
 * run beside each other there are two of it, and each worker keeps to one of them.
 */
const startServers = async ({ maxWorkers }: { maxWorkers: number }): Promise<void> => {
  const first = await startDatabase({ label: 'tests' })
  const servers = first.isDefault && maxWorkers > 1 ? [first, await startDatabase({ say: () => undefined })] : [first]
  globalThis.mutuoTestServers = servers
  process.env.MUTUO_TEST_MONGODB_URIS = servers.map(({ uri }) => uri).join(' ')
  process.env.MUTUO_TEST_MONGODB_KIND = first.isExternal ? 'external' : first.isDefault ? 'default' : 'own'
  await findFault(first.uri)
}

export default startServers
