import { checks } from '../../scripts/steps/checks.mjs'
import { LIMIT_MS, saidBy } from './said-by.ts'

describe('the compiler', () => {
  it.each(
    checks.filter(({ group, isCovered }) => group === 'typecheck' && !isCovered).map(({ name, command }) => [name, command] as const),
  )(
    'accepts the %s',
    async (_name, command) => {
      expect(await saidBy(command as [string, string[]])).toBe('')
    },
    LIMIT_MS,
  )
})
