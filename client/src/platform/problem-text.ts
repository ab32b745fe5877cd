import i18next from 'i18next'
import { ApiProblem } from './api.ts'

type Params = Record<string, string | number>

/** The sentence of a code: `errors.<CODE>` with what it needs; an unknown code falls back to a plain sentence that names the error's number. */
export const sentenceOf = (code: string, params: Params = {}, errorId = ''): string => {
  if (i18next.exists(code, { ns: 'errors' })) return i18next.t(code, { ns: 'errors', ...params })
  return i18next.t(errorId ? 'UNKNOWN_WITH_ID' : 'UNKNOWN', { ns: 'errors', errorId })
}

export const problemText = (error: unknown): string =>
  error instanceof ApiProblem ? sentenceOf(error.code, error.problem.params, error.problem.errorId) : sentenceOf('UNKNOWN')

/** What the server refused field by field, for a form: path in the input → sentence. */
export const issuesOf = (error: unknown): Record<string, string> =>
  error instanceof ApiProblem
    ? Object.fromEntries(
        error.problem.issues.map(({ path, code }) => [
          path,
          i18next.exists(`fields.${code}`, { ns: 'errors' })
            ? i18next.t(`fields.${code}`, { ns: 'errors' })
            : i18next.t('fields.invalid', { ns: 'errors' }),
        ]),
      )
    : {}
