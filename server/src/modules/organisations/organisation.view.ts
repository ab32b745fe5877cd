import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { getOrganisation as getEndpoint } from '@mutuo/shared/organisations/organisation.endpoints.ts'
import type { OrganisationView, Proof } from '@mutuo/shared/organisations/organisation.schema.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { accounts } from '../accounts/index.ts'
import { markOf } from './organisation-mark.ts'
import type { OrganisationRecord } from './organisation.model.ts'
import { organisationStore } from './organisation.store.ts'

/** @throws NOT_FOUND */
export const getOrganisation = async ({ input }: Call<typeof getEndpoint>): Promise<OrganisationRecord> => {
  const organisation = await organisationStore.find(input.organisationId)
  if (!organisation) throw new DomainError('NOT_FOUND')
  return organisation
}

/** What it shows to everybody, and to its own people the rest. */
export const presentOrganisation = async (organisation: OrganisationRecord, viewer: Viewer): Promise<OrganisationView> => {
  const { version, isSiretVerified, units, skills, headline, presentation, website, dayRateMinor, address } = organisation
  const isOwn = viewer.organisationId === organisation._id
  return {
    ...markOf(organisation),
    version,
    communeCode: address.communeCode,
    isSiretVerified,
    units,
    skills,
    ...(headline !== null && { headline }),
    ...(presentation !== null && { presentation }),
    ...(website !== null && { website }),
    ...(dayRateMinor !== null && { dayRateMinor }),
    proofs: proofsOf(organisation),
    ...(isOwn && { own: await presentOwn(organisation) }),
  }
}

/** The SIRET counts as a proof once the register has confirmed it. */
export const proofsOf = ({ siret, isSiretVerified, proofs }: Pick<OrganisationRecord, 'siret' | 'isSiretVerified' | 'proofs'>): Proof[] => [
  ...(siret ? [{ kind: 'siret' as const, label: 'SIRET', isVerified: isSiretVerified }] : []),
  ...proofs,
]

const presentOwn = async ({
  siret,
  activity,
  address,
  vatStatus,
  vatNumber,
  headcount,
  phone,
  people,
}: OrganisationRecord): Promise<OrganisationView['own']> => {
  const named = await accounts.many(people.map(({ userId }) => userId))
  return {
    ...(siret !== null && { siret }),
    ...(activity !== null && { activity }),
    address,
    vatStatus,
    ...(vatNumber !== null && { vatNumber }),
    ...(headcount !== null && { headcount }),
    ...(phone !== null && { phone }),
    members: people.map(({ userId, role }) => ({ userId, name: named.get(userId)?.name ?? '', role })),
  }
}
