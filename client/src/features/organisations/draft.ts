import type { InputFor } from '../../platform/api.ts'
import type { createOrganisation } from '@mutuo/shared/organisations/organisation.endpoints.ts'

export type CreateInput = InputFor<typeof createOrganisation>
export type Kind = Exclude<CreateInput['kind'], 'funder'>
export type VatStatus = CreateInput['vatStatus']
type Skills = NonNullable<CreateInput['skills']>

/** What the person has typed so far; everything is text until it is sent. */
export type OrganisationDraft = {
  id: string
  step: 0 | 1 | 2
  kind: Kind | undefined
  siret: string
  activity: CreateInput['activity']
  name: string
  street: string
  postcode: string
  commune: { code: string; name: string } | null
  vatStatus: VatStatus | undefined
  vatNumber: string
  units: number
  phone: string
  headline: string
  skills: Skills
  dayRateMinor: number | null
}

export const emptyDraft = (id: string): OrganisationDraft => ({
  id,
  step: 0,
  kind: undefined,
  siret: '',
  activity: undefined,
  name: '',
  street: '',
  postcode: '',
  commune: null,
  vatStatus: undefined,
  vatNumber: '',
  units: 1,
  phone: '',
  headline: '',
  skills: [],
  dayRateMinor: null,
})

export const digitsOf = (siret: string) => siret.replace(/\D/g, '')

/** What is sent, once the form has found it complete. */
export const inputOf = (
  draft: OrganisationDraft & { kind: Kind; vatStatus: VatStatus; commune: { code: string; name: string } },
): CreateInput => ({
  id: draft.id,
  kind: draft.kind,
  name: draft.name.trim(),
  address: { street: draft.street.trim(), postcode: draft.postcode, commune: draft.commune.name, communeCode: draft.commune.code },
  vatStatus: draft.vatStatus,
  units: draft.units,
  skills: draft.kind === 'freelancer' ? draft.skills : [],
  ...(digitsOf(draft.siret).length === 14 ? { siret: digitsOf(draft.siret) } : {}),
  ...(draft.activity ? { activity: draft.activity } : {}),
  ...(draft.vatStatus === 'standard' && draft.vatNumber.trim() ? { vatNumber: draft.vatNumber.replace(/\s/g, '').toUpperCase() } : {}),
  ...(draft.phone.trim() ? { phone: draft.phone.trim() } : {}),
  ...(draft.kind === 'freelancer' && draft.headline.trim() ? { headline: draft.headline.trim() } : {}),
  ...(draft.kind === 'freelancer' && draft.dayRateMinor ? { dayRateMinor: draft.dayRateMinor } : {}),
})
