import type { CreateOrganisationInput } from '@mutuo/shared/organisations/organisation.schema.ts'
import { v7 as newId } from 'uuid'
import { aSiret } from './siret.ts'

export const SAINT_ETIENNE = { postcode: '42000', commune: 'Saint-Étienne', communeCode: '42218' }

const own: Record<CreateOrganisationInput['kind'], Partial<CreateOrganisationInput>> = {
  sme: { name: 'Boulangerie Perrin', activity: { code: '10.71C', nomenclature: 'NAF2' }, headcount: 4, units: 2 },
  association: { name: 'Les Vitrines du Centre', activity: { code: '94.99Z', nomenclature: 'NAF2' }, vatStatus: 'non_taxable' },
  freelancer: {
    name: 'Inès Morel',
    skills: ['local-seo', 'web-site'],
    headline: 'Référencement local et sites vitrines',
    dayRateMinor: 42_000,
    vatStatus: 'franchise',
  },
  funder: { name: 'Région Exemple', vatStatus: 'non_taxable' },
}

/** What the form of an organisation sends; each has its own id and SIRET. */
export const anOrganisationInput = (
  kind: CreateOrganisationInput['kind'],
  said: Partial<CreateOrganisationInput> = {},
): CreateOrganisationInput => ({
  id: newId(),
  kind,
  name: 'Structure',
  siret: aSiret(),
  address: { street: '12 rue Gambetta', ...SAINT_ETIENNE },
  vatStatus: 'standard',
  units: 1,
  skills: [],
  ...own[kind],
  ...said,
})
