import { NumberInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FieldsProps } from './detail-faults.ts'

export const NameFields = ({ draft, change, errorOf }: FieldsProps) => {
  const { t } = useTranslation('organisations')
  return (
    <>
      <TextInput
        id="name"
        label={t(`fields.name.${draft.kind ?? 'sme'}`)}
        autoComplete="organization"
        maxLength={120}
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        error={errorOf('name')}
      />
      {draft.kind === 'sme' && (
        <NumberInput
          label={t('fields.units')}
          description={t('fields.unitsHint')}
          value={draft.units}
          min={1}
          max={500}
          allowDecimal={false}
          inputMode="numeric"
          onChange={(units) => change({ units: typeof units === 'number' ? units : 1 })}
        />
      )}
    </>
  )
}
