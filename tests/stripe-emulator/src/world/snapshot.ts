import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { emptyState, type State } from './state.ts'

/** The state of the last run, or an empty one where there is no file yet. */
export const readSnapshot = (path: string | undefined): State => {
  if (path === undefined || !existsSync(path)) return emptyState()
  return { ...emptyState(), ...(JSON.parse(readFileSync(path, 'utf8')) as Partial<State>) }
}

/** Writes aside, then renames: a kill in between leaves the former snapshot whole. */
export const writeSnapshot = (path: string, state: State): void => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.next`, JSON.stringify(state))
  renameSync(`${path}.next`, path)
}
