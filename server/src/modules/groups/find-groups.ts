import type { findGroups as findEndpoint } from '@mutuo/shared/groups/group.endpoints.ts'
import { communeOf, proximities, proximityOf } from '../../data/communes.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { organisations } from '../organisations/index.ts'
import { presentCards } from './group-card.view.ts'
import { groupStore } from './group.store.ts'

const MOST_SHOWN = 50

/** The groups of a commune's département, those of the commune itself first, then of its intercommunal body; without a commune, around the viewer's organisation. */
export const findGroups = async ({ viewer, input }: Call<typeof findEndpoint>) => {
  const code = input.communeCode ?? (await communeOfOrganisation(viewer.organisationId))
  const commune = code === undefined ? undefined : communeOf(code)
  if (!commune) return { items: [] }
  const rank = (communeCode: string) => proximities.indexOf(proximityOf(commune.code, communeCode))
  const found = await groupStore.ofDepartement(commune.departement)
  const nearest = found.sort((a, b) => rank(a.communeCode) - rank(b.communeCode)).slice(0, MOST_SHOWN)
  return { items: await presentCards(nearest, viewer) }
}

const communeOfOrganisation = async (organisationId: string | null): Promise<string | undefined> =>
  organisationId === null ? undefined : (await organisations.find(organisationId))?.address.communeCode
