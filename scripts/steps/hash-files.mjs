import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run-command.mjs'

const LEFT_OUT = new Set(['node_modules', 'dist'])

const filesUnder = (path) => {
  if (!statSync(join(root, path)).isDirectory()) return [path]
  const names = readdirSync(join(root, path)).filter((name) => !LEFT_OUT.has(name))
  return names.sort().flatMap((name) => filesUnder(join(path, name)))
}

/** One hash over the names and contents of these files and folders (paths from the root). */
export const hashFiles = (paths) => {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(filesUnder))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
  return hash.digest('hex')
}
