import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { Endpoint } from '@mutuo/shared/http/endpoint.ts'
import { fileAnswer } from '@mutuo/shared/http/file-answer.ts'
import type { Request, RequestHandler, Response } from 'express'
import type { Locale, Viewer } from '../access/viewer.ts'
import { now } from '../clock.ts'
import type { Config } from '../config.ts'
import { answerOnce, type Answer } from './idempotency.ts'
import { inputReader } from './read-input.ts'
import type { Call, Route } from './serve-endpoint.ts'
import { sessionControlOf } from './session-control.ts'

/** One request through one endpoint: access, input, the work (once per idempotency key), the answer. */
export const handleCall = ({ endpoint, answer }: Route, config: Config): RequestHandler => {
  const readInput = inputReader(endpoint)
  const status = endpoint.idempotency === 'required' ? 201 : 200
  const bodyOf = config.checksOutputs ? checkedBody(endpoint) : JSON.stringify
  return async (req, res) => {
    const viewer = requireAccess(endpoint, req.user as Viewer | undefined)
    const input = readInput(req)
    const call = { viewer, input, now: now(), ip: req.ip ?? '', locale: localeOf(req, config), session: sessionControlOf(req, res) }
    if (endpoint.file) return sendFile(res, endpoint.file, await answer(call as Call<never>))
    const work = async (): Promise<Answer> => ({ status, body: bodyOf(await answer(call as Call<never>)) })
    const given = endpoint.idempotency === 'required' ? await answerOnce(req, endpoint.name, viewer, work) : await work()
    res.status(given.status).setHeader('Content-Type', 'application/json; charset=utf-8')
    if (given.isReplayed) res.setHeader('Idempotency-Replayed', 'true')
    res.end(given.body)
  }
}

const sendFile = (res: Response, type: NonNullable<Endpoint['file']>, result: unknown): void => {
  const { name, content } = fileAnswer.parse(result)
  res.setHeader('Content-Type', type === 'application/pdf' ? type : `${type}; charset=utf-8`)
  res.setHeader('Content-Disposition', `attachment; filename="${name}"`)
  res.end(content)
}

const requireAccess = ({ access }: Endpoint, viewer: Viewer | undefined): Viewer | null => {
  if (access === 'anyone') return viewer ?? null
  if (!viewer) throw new DomainError('SIGNED_OUT')
  if (access === 'admin' && !viewer.isAdmin) throw new DomainError('FORBIDDEN')
  return viewer
}

/** A field that no view has, or one that is missing, is a bug of ours: it fails here and not on somebody's screen. */
const checkedBody =
  ({ name, output }: Endpoint) =>
  (result: unknown): string => {
    const parsed = output.safeParse(result)
    if (!parsed.success) throw new Error(`the answer of ${name} does not fit its schema: ${JSON.stringify(parsed.error.issues)}`)
    return JSON.stringify(parsed.data)
  }

const localeOf = (req: Request, { defaultLocale }: Config): Locale => {
  const viewer = req.user as Viewer | undefined
  return viewer?.locale || (req.acceptsLanguages('fr', 'en') as Locale | false) || defaultLocale
}
