import { checks } from '../../scripts/steps/checks.mjs'
import { LIMIT_MS, saidBy } from './said-by.ts'

describe('the sources', () => {
  it.each(checks.filter(({ group }) => group !== 'typecheck').map(({ name, command }) => [name, command] as const))(
    'pass the check of %s',
    async (_name, command) => {
      expect(await saidBy(command as [string, string[]])).toBe('')
    },
    LIMIT_MS,
  )
})
