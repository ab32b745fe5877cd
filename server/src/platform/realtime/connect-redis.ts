import { logger } from '../logger.ts'
import type { LiveServer } from './live-server.ts'

/** With several processes, the hints of one reach the sockets of all. Answers how to stop. One process never loads the packages. */
export const connectRedis = async (io: LiveServer, url: string): Promise<() => Promise<void>> => {
  const [{ createAdapter }, { createClient }] = await Promise.all([import('@socket.io/redis-adapter'), import('redis')])
  const publisher = createClient({ url })
  const subscriber = publisher.duplicate()
  for (const client of [publisher, subscriber]) client.on('error', (error: unknown) => logger().warn({ err: error }, 'redis is away'))
  await Promise.all([publisher.connect(), subscriber.connect()])
  io.adapter(createAdapter(publisher, subscriber))
  return async () => void (await Promise.all([publisher.close(), subscriber.close()]))
}
