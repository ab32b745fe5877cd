import type { TFunction } from 'i18next'
import type { OrganisationDraft } from './draft.ts'

export type DetailField = 'name' | 'street' | 'commune' | 'postcode' | 'vatStatus' | 'vatNumber' | 'phone' | 'headline'

/** What the form can see by itself; the server has the last word. */
export const faultsOf = (draft: OrganisationDraft, t: TFunction<'organisations'>): Partial<Record<DetailField, string | undefined>> => {
  const { phone, vatNumber, vatStatus } = draft
  return {
    name: draft.name.trim() ? undefined : t('fields.nameMissing'),
    street: draft.street.trim() ? undefined : t('fields.streetMissing'),
    commune: draft.commune ? undefined : t('fields.communeMissing'),
    postcode: /^\d{5}$/.test(draft.postcode) ? undefined : t('fields.postcodeMissing'),
    vatStatus: vatStatus ? undefined : t('fields.vatMissing'),
    vatNumber:
      vatStatus !== 'standard' || !vatNumber.trim() || /^[A-Za-z]{2}[0-9A-Za-z\s]{2,16}$/.test(vatNumber.trim())
        ? undefined
        : t('fields.vatNumberFault'),
    phone: !phone.trim() || /^\+?[0-9 .]{6,20}$/.test(phone.trim()) ? undefined : t('fields.phoneFault'),
  }
}

export type FieldsProps = {
  draft: OrganisationDraft
  change: (part: Partial<OrganisationDraft>) => void
  errorOf: (field: DetailField) => string | undefined
}
