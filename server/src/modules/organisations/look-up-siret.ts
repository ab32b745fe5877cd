import type { lookUpSiret as lookUpEndpoint } from '@mutuo/shared/organisations/organisation.endpoints.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { rateLimit } from '../../platform/http/rate-limit.ts'
import { askRegister } from './register.ts'
import { isSiret } from './siret.rules.ts'

const lookUps = rateLimit('siret', { points: 60, perSeconds: 3_600 })

/** Fills the form of an organisation from its SIRET, as far as the register knows. @throws SIRET_INVALID, TOO_MANY_REQUESTS */
export const lookUpSiret = async ({ viewer, input, now }: Call<typeof lookUpEndpoint>) => {
  if (!isSiret(input.siret)) throw new DomainError('SIRET_INVALID')
  await lookUps.consume(viewer.userId)
  return askRegister(input.siret, now)
}
