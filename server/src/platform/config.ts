import { readFileSync } from 'node:fs'
import { z } from 'zod'

const flag = z.stringbool()
const milliseconds = z.coerce.number().int().min(0)

const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  APP_URL: z.url({ protocol: /^https?$/ }).optional(),
  MONGODB_URI: z.string().startsWith('mongodb'),
  MONGODB_POOL_SIZE: z.coerce.number().int().min(2).max(500).default(50),
  SESSION_SECRET: z.string().min(32),
  SESSION_IDLE_MINUTES: z.coerce.number().int().min(1).default(30),
  SESSION_HOURS: z.coerce.number().min(0).default(12),
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  REDIS_URL: z.url().optional(),
  SMTP_URL: z.url().optional(),
  MAIL_FROM: z.string().default('Mutuo <bonjour@mutuo.localhost>'),
  MAIL_DIR: z.string().default('.mutuo/mail'),
  STRIPE_SECRET_KEY: z.string().optional(),
  STRIPE_WEBHOOK_SECRET: z.string().optional(),
  STRIPE_WEBHOOK_SECRET_CONNECT: z.string().optional(),
  STRIPE_WEBHOOK_SECRET_V2: z.string().optional(),
  STRIPE_API_BASE: z.url().optional(),
  STRIPE_NETWORK_RETRIES: z.coerce.number().int().min(0).max(5).default(2),
  UPLOAD_DIR: z.string().default('.mutuo/files'),
  CLIENT_DIR: z.string().default('client/dist'),
  PLATFORM_FEE_BP: z.coerce.number().int().min(0).max(10_000).default(500),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  DEFAULT_LOCALE: z.enum(['fr', 'en']).default('fr'),
  SIRENE_API_URL: z.url().default('https://recherche-entreprises.api.gouv.fr'),
  METRICS_TOKEN: z.string().min(16).optional(),
  SHUTDOWN_DRAIN_MS: milliseconds.default(10_000),
  RUN_JOBS: flag.default(true),
  RATE_LIMIT_FACTOR: z.coerce.number().positive().default(1),
  CHECK_OUTPUTS: flag.optional(),
})

export type Config = Readonly<ReturnType<typeof named>>

/** Words found in examples and defaults: whoever reads the repository knows these secrets. */
const KNOWN = /change|example|exemple|secret|password|mutuo|test|demo|(.)\1{7}/i
const SECRETS = [
  'SESSION_SECRET',
  'STRIPE_SECRET_KEY',
  'STRIPE_WEBHOOK_SECRET',
  'STRIPE_WEBHOOK_SECRET_CONNECT',
  'STRIPE_WEBHOOK_SECRET_V2',
  'METRICS_TOKEN',
] as const

export class ConfigError extends Error {}

/**
 * Reads the environment once; `NAME_FILE` gives the path of a file that holds the value of `NAME`.
 * @throws ConfigError that names every variable at fault, in French and in English, and never its value
 */
export const parseConfig = (source: NodeJS.ProcessEnv = process.env): Config => {
  const parsed = environment.safeParse(withFiles(source))
  if (!parsed.success) throw refusal(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`))
  const faults = parsed.data.NODE_ENV === 'production' ? productionFaults(parsed.data) : []
  if (faults.length > 0) throw refusal(faults)
  return named(parsed.data)
}

const withFiles = (source: NodeJS.ProcessEnv): Record<string, string> => {
  const values: Record<string, string> = {}
  for (const name of Object.keys(environment.shape)) {
    const file = source[`${name}_FILE`]
    const value = file ? readFileSync(file, 'utf8').trim() : source[name]
    if (value !== undefined && value !== '') values[name] = value
  }
  return values
}

const productionFaults = (values: z.output<typeof environment>): string[] => [
  ...SECRETS.filter((name) => isWeak(name, values[name])).map((name) => `${name}: known or too simple`),
  ...(values.APP_URL?.startsWith('https://') ? [] : ['APP_URL: https required']),
  ...(['SMTP_URL', 'STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET'] as const)
    .filter((name) => !values[name])
    .map((name) => `${name}: required`),
  ...(values.STRIPE_API_BASE ? ['STRIPE_API_BASE: development only'] : []),
]

const isWeak = (name: (typeof SECRETS)[number], value: string | undefined): boolean => {
  if (value === undefined) return false
  const isStripes = name.startsWith('STRIPE')
  return isStripes ? /x{4}|example|…|\.\.\./i.test(value) || value.length < 16 : KNOWN.test(value) || new Set(value).size < 12
}

const refusal = (faults: string[]): ConfigError =>
  new ConfigError(
    `Configuration refusée : corrigez ces variables d’environnement (voir .env.example).\n` +
      `Configuration refused: correct these environment variables (see .env.example).\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
  )

const named = (values: z.output<typeof environment>) => {
  const appUrl = new URL(values.APP_URL ?? `http://localhost:${values.PORT}`)
  return {
    environment: values.NODE_ENV,
    isProduction: values.NODE_ENV === 'production',
    port: values.PORT,
    host: values.HOST,
    appUrl: appUrl.origin,
    origins: originsOf(appUrl, values.NODE_ENV === 'production'),
    isSecure: appUrl.protocol === 'https:',
    mongodbUri: values.MONGODB_URI,
    mongodbPoolSize: values.MONGODB_POOL_SIZE,
    sessionSecret: values.SESSION_SECRET,
    sessionIdleMinutes: values.SESSION_IDLE_MINUTES,
    sessionHours: values.SESSION_HOURS,
    /** Hops of our own proxies in front; 0 trusts no forwarded header. */
    trustProxy: values.TRUST_PROXY === 0 ? (false as const) : values.TRUST_PROXY,
    redisUrl: values.REDIS_URL,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    mailDir: values.MAIL_DIR,
    stripe: {
      secretKey: values.STRIPE_SECRET_KEY,
      webhookSecret: values.STRIPE_WEBHOOK_SECRET,
      webhookSecretConnect: values.STRIPE_WEBHOOK_SECRET_CONNECT,
      webhookSecretV2: values.STRIPE_WEBHOOK_SECRET_V2,
      /** The emulator's address; undefined is Stripe itself. */
      apiBase: values.STRIPE_API_BASE,
      networkRetries: values.STRIPE_NETWORK_RETRIES,
    },
    uploadDir: values.UPLOAD_DIR,
    clientDir: values.CLIENT_DIR,
    platformFeeBasisPoints: values.PLATFORM_FEE_BP,
    logLevel: values.LOG_LEVEL,
    defaultLocale: values.DEFAULT_LOCALE,
    sireneApiUrl: values.SIRENE_API_URL,
    metricsToken: values.METRICS_TOKEN,
    shutdownDrainMs: values.SHUTDOWN_DRAIN_MS,
    runsJobs: values.RUN_JOBS,
    rateLimitFactor: values.RATE_LIMIT_FACTOR,
    /** Whether every answer is parsed by its schema, so that a field that leaks is a failure. */
    checksOutputs: values.CHECK_OUTPUTS ?? values.NODE_ENV !== 'production',
  }
}

/** A browser writes the machine's own address in two ways; in production there is one. */
const originsOf = ({ origin, hostname, port, protocol }: URL, isProduction: boolean): readonly string[] => {
  if (isProduction || (hostname !== 'localhost' && hostname !== '127.0.0.1')) return [origin]
  return ['localhost', '127.0.0.1'].map((host) => new URL(`${protocol}//${host}:${port || 80}`).origin)
}

let current: Config | undefined

/** @throws Error before the process has read its environment */
export const config = (): Config => {
  if (!current) throw new Error('the configuration was not read yet')
  return current
}

export const useConfig = (value: Config): void => {
  current = value
}

/** An absolute address of this site: never built from what a request says of its host. */
export const appUrl = (path: `/${string}`): string => new URL(path, config().appUrl).href
