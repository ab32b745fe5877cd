import type { RequestHandler } from 'express'
import { pinoHttp } from 'pino-http'
import { logger } from '../logger.ts'

/** One line for each request of the API, with its id, never with a body. */
export const logRequests = (): RequestHandler =>
  pinoHttp({
    logger: logger(),
    genReqId: (req) => req.id,
    customLogLevel: (_req, res, error) => (error || res.statusCode >= 500 ? 'error' : res.statusCode >= 400 ? 'info' : 'debug'),
    serializers: {
      req: ({ id, method, url }: { id: unknown; method: string; url: string }) => ({ id, method, url: url.split('?')[0] }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
  }) as RequestHandler
