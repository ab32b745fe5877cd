import type { findCommunes as findEndpoint } from '@mutuo/shared/organisations/organisation.endpoints.ts'
import { communeOf, communesStartingWith } from '../../data/communes.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'

/** Communes by the beginning of a name or of a postcode, the largest first; then the one whose INSEE code was given. */
export const findCommunes = async ({ input }: Call<typeof findEndpoint>) => {
  const found = communesStartingWith(input.q)
  const exact = communeOf(input.q.toUpperCase())
  return {
    items: (exact && !found.includes(exact) ? [...found, exact] : found).map(({ code, name, postcodes, departement }) => ({
      code,
      name,
      postcodes,
      departement,
    })),
  }
}
