import { Radio, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FieldsProps } from './detail-faults.ts'
import type { VatStatus } from './draft.ts'

const statuses: VatStatus[] = ['standard', 'franchise', 'non_taxable']

export const VatFields = ({ draft, change, errorOf }: FieldsProps) => {
  const { t } = useTranslation('organisations')
  return (
    <>
      <Radio.Group
        label={t('fields.vatStatus')}
        description={t('fields.vatHint')}
        value={draft.vatStatus ?? null}
        onChange={(vatStatus) => change({ vatStatus: vatStatus as VatStatus })}
        error={errorOf('vatStatus')}
      >
        {statuses.map((status, index) => (
          <Radio key={status} id={index === 0 ? 'vatStatus' : status} value={status} label={t(`vat.${status}`)} />
        ))}
      </Radio.Group>
      {draft.vatStatus === 'standard' && (
        <TextInput
          id="vatNumber"
          label={t('fields.vatNumber')}
          description={t('fields.vatNumberHint')}
          maxLength={18}
          value={draft.vatNumber}
          onChange={(event) => change({ vatNumber: event.currentTarget.value })}
          error={errorOf('vatNumber')}
        />
      )}
    </>
  )
}
