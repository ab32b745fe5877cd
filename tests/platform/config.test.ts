import { randomBytes } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigError, parseConfig } from '@mutuo/server/platform/config.ts'

const strong = () => randomBytes(32).toString('base64url')
const production = () => ({
  NODE_ENV: 'production',
  MONGODB_URI: 'mongodb://db/mutuo',
  SESSION_SECRET: strong(),
  APP_URL: 'https://mutuo.fr',
  SMTP_URL: 'smtps://mail.example:465',
  STRIPE_SECRET_KEY: `sk_live_${strong()}`,
  STRIPE_WEBHOOK_SECRET: `whsec_${strong()}`,
})
const refusalOf = (environment: Record<string, string | undefined>): string => {
  try {
    parseConfig(environment)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
  }
  throw new Error('it was accepted')
}

describe('the configuration', () => {
  it('needs two variables in development, and has a default for the rest', () => {
    const config = parseConfig({ MONGODB_URI: 'mongodb://db/mutuo', SESSION_SECRET: 'x'.repeat(32) })
    expect(config).toMatchObject({
      port: 3000,
      appUrl: 'http://localhost:3000',
      isSecure: false,
      defaultLocale: 'fr',
      trustProxy: false,
      checksOutputs: true,
    })
    expect(config.origins).toEqual(['http://localhost:3000', 'http://127.0.0.1:3000'])
  })

  it('names every fault at once, in French and in English', () => {
    const message = refusalOf({ PORT: 'eighty', SESSION_SECRET: 'short' })
    expect(message).toContain('Configuration refusée')
    expect(message).toContain('Configuration refused')
    for (const name of ['PORT', 'MONGODB_URI', 'SESSION_SECRET']) expect(message).toContain(name)
  })

  it('never says a value', () => {
    const secret = 'hunter2hunter2'
    expect(refusalOf({ MONGODB_URI: secret, SESSION_SECRET: secret, PORT: secret })).not.toContain(secret)
  })

  it('reads a secret from the file that NAME_FILE names', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'mutuo-secret-')), 'session')
    const secret = strong()
    writeFileSync(path, `${secret}\n`)
    expect(parseConfig({ MONGODB_URI: 'mongodb://db/mutuo', SESSION_SECRET_FILE: path }).sessionSecret).toBe(secret)
  })

  describe('in production', () => {
    it('accepts secrets that are secret', () => {
      const config = parseConfig(production())
      expect(config).toMatchObject({ isProduction: true, isSecure: true, origins: ['https://mutuo.fr'], checksOutputs: false })
    })

    it.each([
      ['SESSION_SECRET', 'change-me-change-me-change-me-change-me'],
      ['SESSION_SECRET', 'a'.repeat(40)],
      ['SESSION_SECRET', 'dev-secret-not-for-production-use-0001'],
      ['STRIPE_SECRET_KEY', 'sk_test_xxxxxxxxxxxxxxxx'],
      ['APP_URL', 'http://mutuo.fr'],
      ['SMTP_URL', undefined],
      ['STRIPE_API_BASE', 'http://localhost:4242'],
    ])('refuses a %s that everybody knows, that is missing or unsafe', (name, value) => {
      expect(refusalOf({ ...production(), [name]: value })).toContain(name)
    })
  })
})
