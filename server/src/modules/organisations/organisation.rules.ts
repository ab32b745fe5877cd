import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type {
  CreateOrganisationInput,
  DeclaredProof,
  Proof,
  UpdateOrganisationInput,
} from '@mutuo/shared/organisations/organisation.schema.ts'
import { skills } from '@mutuo/shared/organisations/skills.ts'
import { isActivity } from '../../data/activities.ts'
import { communeOf } from '../../data/communes.ts'
import { fold, searchTokensOf } from '../../data/fold.ts'
import type { OrganisationRecord, PersonIn } from './organisation.model.ts'
import { isSiret, vatNumberOf } from './siret.rules.ts'

const COLOURS = 8

/** Neighbours of one kind are told apart as long as there are colours; the first of those that are rarest. */
const leastSeen = (seen: readonly number[]): number => {
  const counts = Array.from({ length: COLOURS }, (_, colour) => seen.filter((each) => each === colour).length)
  return counts.indexOf(Math.min(...counts))
}

/** @throws SIRET_INVALID, COMMUNE_UNKNOWN, ACTIVITY_UNKNOWN */
export const newOrganisation = (
  input: CreateOrganisationInput,
  owner: PersonIn,
  neighboursColours: readonly number[],
): OrganisationRecord => {
  if (input.siret && !isSiret(input.siret)) throw new DomainError('SIRET_INVALID')
  assertActivity(input.activity)
  const { id, kind, name } = input
  const record = {
    _id: id,
    version: 1,
    kind,
    name,
    siret: input.siret ?? null,
    isSiretVerified: false,
    activity: input.activity ?? null,
    address: officialAddress(input.address),
    vatStatus: input.vatStatus,
    vatNumber: input.vatNumber ?? derivedVatNumber(input),
    units: input.units,
    headcount: input.headcount ?? null,
    phone: input.phone ?? null,
    website: input.website ?? null,
    skills: input.skills,
    headline: input.headline ?? null,
    presentation: input.presentation ?? null,
    dayRateMinor: input.dayRateMinor ?? null,
    proofs: [],
    colour: leastSeen(neighboursColours),
    people: [owner],
    payment: null,
    payout: null,
    rating: null,
    createdAt: owner.since,
  }
  return { ...record, ...searchedBy(record) }
}

type Changes = Omit<UpdateOrganisationInput, 'organisationId' | 'version'>

/** What an owner may change of it. @throws COMMUNE_UNKNOWN, ACTIVITY_UNKNOWN */
export const changedOrganisation = (before: OrganisationRecord, { address, proofs, ...changes }: Changes): Partial<OrganisationRecord> => {
  assertActivity(changes.activity)
  const said = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<OrganisationRecord>
  const set = {
    ...said,
    ...(address && { address: officialAddress(address) }),
    ...(proofs && { proofs: declaredAnew(proofs, before.proofs) }),
  }
  return { ...set, ...searchedBy({ ...before, ...set }) }
}

/** What was verified stays so while its holder says the same of it. */
const declaredAnew = (declared: readonly DeclaredProof[], before: readonly Proof[]): Proof[] =>
  declared.map((proof) => ({
    ...proof,
    isVerified: before.some(
      ({ kind, label, until, isVerified }) => isVerified && kind === proof.kind && label === proof.label && until === proof.until,
    ),
  }))

const derivedVatNumber = ({ siret, vatStatus }: CreateOrganisationInput) => (siret && vatStatus === 'standard' ? vatNumberOf(siret) : null)

const assertActivity = (activity: CreateOrganisationInput['activity']): void => {
  if (activity && !isActivity(activity)) throw new DomainError('ACTIVITY_UNKNOWN')
}

const officialAddress = (address: OrganisationRecord['address']): OrganisationRecord['address'] => {
  const commune = communeOf(address.communeCode)
  if (!commune) throw new DomainError('COMMUNE_UNKNOWN')
  return { ...address, commune: commune.name }
}

/** By which words it is found: its name, its town, what it says of itself, and its skills in people's words. */
const searchedBy = ({ name, address, headline, skills: held }: Pick<OrganisationRecord, 'name' | 'address' | 'headline' | 'skills'>) => ({
  nameFold: fold(name),
  searchTokens: searchTokensOf([
    name,
    address.commune,
    headline ?? '',
    ...skills.filter(({ code }) => held.includes(code)).flatMap(({ synonyms }) => synonyms),
  ]),
})
