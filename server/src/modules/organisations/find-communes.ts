import type { findCommunes as findEndpoint } from '@mutuo/shared/organisations/organisation.endpoints.ts'
import { communesStartingWith } from '../../data/communes.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'

/** Communes by the beginning of a name or of a postcode, the largest first. */
export const findCommunes = async ({ input }: Call<typeof findEndpoint>) => ({
  items: communesStartingWith(input.q).map(({ code, name, postcodes, departement }) => ({ code, name, postcodes, departement })),
})
