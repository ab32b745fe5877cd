import type { VatBuyer, VatSupplier } from '@mutuo/shared/money/vat.ts'
import type { OrganisationRecord } from './organisation.model.ts'

export type TaxProfile = Pick<OrganisationRecord, 'vatStatus' | 'vatNumber'>

/** Every organisation here is French: it has a commune of the official code. */
export const asSupplier = (profile: TaxProfile | undefined): VatSupplier => ({
  country: 'FR',
  regime: profile?.vatStatus === 'standard' ? 'standard' : 'franchise',
  vatNumber: profile?.vatNumber ?? null,
})

export const asBuyer = (profile: TaxProfile | undefined): VatBuyer => ({
  country: 'FR',
  isTaxable: profile?.vatStatus !== 'non_taxable',
  vatNumber: profile?.vatNumber ?? null,
})
