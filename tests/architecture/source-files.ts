import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(__dirname, '..', '..')

const LEFT_OUT = new Set(['node_modules', 'dist', '.git', '.mutuo', 'reports', 'coverage'])

/** Every file under a folder of the repository, as paths from its root with `/`. */
export const filesUnder = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !LEFT_OUT.has(name))
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`]))

export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8')

export const jsonOf = (file: string): unknown => JSON.parse(textOf(file))

const PRODUCT = ['shared/src', 'server/src', 'client/src', 'tests/stripe-emulator/src']

/** The TypeScript of the product and of the emulator. */
export const productSources = (): string[] => PRODUCT.flatMap(filesUnder).filter((file) => /\.tsx?$/.test(file))
