import type { SiretAnswer } from '@mutuo/shared/organisations/organisation.schema.ts'
import { z } from 'zod'
import { isActivity } from '../../data/activities.ts'
import { communeOf } from '../../data/communes.ts'
import { config } from '../../platform/config.ts'
import { logger } from '../../platform/logger.ts'
import { vatNumberOf } from './siret.rules.ts'

const PATIENCE_MS = 2_000
const SILENCE_MS = 60_000
const FRESH_MS = 24 * 3_600_000
const MOST_KEPT = 1_000

const establishment = z.object({
  siret: z.string(),
  activite_principale: z.string().nullish(),
  numero_voie: z.string().nullish(),
  type_voie: z.string().nullish(),
  libelle_voie: z.string().nullish(),
  adresse: z.string().nullish(),
  code_postal: z.string().nullish(),
  commune: z.string().nullish(),
})
/** As much of the answer of « API Recherche d’entreprises » (DINUM) as we use. */
const registerAnswer = z.object({
  results: z.array(
    z.object({
      nom_complet: z.string().nullish(),
      siege: establishment.nullish(),
      matching_etablissements: z.array(establishment).nullish(),
    }),
  ),
})

type Establishment = z.infer<typeof establishment>

const kept = new Map<string, { answer: SiretAnswer; until: number }>()
let silentUntil = 0

/**
 * What the public register says of an establishment. A register that is away, slow or changed is `unknown`, never an error: the form is filled by hand.
 * After a failure it is left alone for a minute.
 */
export const askRegister = async (siret: string, now: Date): Promise<SiretAnswer> => {
  const known = kept.get(siret)
  if (known && known.until > now.getTime()) return known.answer
  if (now.getTime() < silentUntil) return unknown(siret)
  try {
    const answer = await fetchAnswer(siret)
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? '')
    kept.set(siret, { answer, until: now.getTime() + FRESH_MS })
    return answer
  } catch (error) {
    silentUntil = now.getTime() + SILENCE_MS
    logger().info({ err: error }, 'the register of establishments did not answer')
    return unknown(siret)
  }
}

/** Forgets what it was told and that it failed. */
export const forgetRegister = (): void => {
  kept.clear()
  silentUntil = 0
}

const unknown = (siret: string): SiretAnswer => ({ siret, outcome: 'unknown', vatNumber: vatNumberOf(siret) })

const fetchAnswer = async (siret: string): Promise<SiretAnswer> => {
  const address = new URL('/search', config().sireneApiUrl)
  address.search = new URLSearchParams({ q: siret, page: '1', per_page: '1' }).toString()
  const response = await fetch(address, {
    signal: AbortSignal.timeout(PATIENCE_MS),
    redirect: 'error',
    headers: { accept: 'application/json' },
  })
  if (!response.ok) throw new Error(`the register answered ${response.status}`)
  const { results } = registerAnswer.parse(await response.json())
  for (const { nom_complet: name, siege, matching_etablissements: others } of results) {
    const found = [...(others ?? []), ...(siege ? [siege] : [])].filter((one) => one.siret === siret)
    if (found.length > 0) return describe(siret, name ?? undefined, Object.assign({}, ...found) as Establishment)
  }
  return unknown(siret)
}

const describe = (siret: string, name: string | undefined, found: Establishment): SiretAnswer => {
  const commune = found.commune ? communeOf(found.commune) : undefined
  const street = [found.numero_voie, found.type_voie, found.libelle_voie].filter(Boolean).join(' ').slice(0, 120)
  const code = found.activite_principale ?? ''
  return {
    siret,
    outcome: 'found',
    ...(name && { name: name.slice(0, 120) }),
    address: {
      ...(street && { street }),
      ...(/^\d{5}$/.test(found.code_postal ?? '') && { postcode: found.code_postal! }),
      ...(commune && { commune: commune.name, communeCode: commune.code }),
    },
    ...(isActivity({ code, nomenclature: 'NAF2' }) && { activity: { code, nomenclature: 'NAF2' as const } }),
    vatNumber: vatNumberOf(siret),
  }
}
