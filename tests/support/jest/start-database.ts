import { type DatabaseServer, startDatabase } from '@mutuo/server/platform/mongo/choose-server.ts'
import { findFault } from '../database/known-fault.ts'

declare global {
  var mutuoTestServer: DatabaseServer | undefined
}

/** One server for the whole run; each file makes its own database on it with testDatabase(). */
const startServer = async (): Promise<void> => {
  const server = await startDatabase({ label: 'tests' })
  globalThis.mutuoTestServer = server
  process.env.MUTUO_TEST_MONGODB_URI = server.uri
  process.env.MUTUO_TEST_MONGODB_KIND = server.isExternal ? 'external' : server.isDefault ? 'default' : 'own'
  await findFault(server.uri)
}

export default startServer
