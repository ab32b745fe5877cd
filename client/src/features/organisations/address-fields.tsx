import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CommuneField, type Commune } from '../../platform/commune-field.tsx'
import type { FieldsProps } from './detail-faults.ts'

/** Street, then the commune; its postcode follows by itself when it has only one. */
export const AddressFields = ({ draft, change, errorOf }: FieldsProps) => {
  const { t } = useTranslation('organisations')
  const [postcodes, setPostcodes] = useState<string[]>(draft.postcode ? [draft.postcode] : [])
  const chooseCommune = (commune: Commune | null) => {
    setPostcodes(commune?.postcodes ?? [])
    const isKept = commune?.postcodes.includes(draft.postcode) ?? false
    change({ commune, postcode: isKept ? draft.postcode : commune?.postcodes.length === 1 ? commune.postcodes[0]! : '' })
  }
  return (
    <>
      <TextInput
        id="street"
        label={t('fields.street')}
        autoComplete="street-address"
        maxLength={120}
        value={draft.street}
        onChange={(event) => change({ street: event.currentTarget.value })}
        error={errorOf('street')}
      />
      <CommuneField id="commune" label={t('fields.commune')} value={draft.commune} onChange={chooseCommune} error={errorOf('commune')} />
      {postcodes.length > 1 ? (
        <NativeSelect
          id="postcode"
          label={t('fields.postcode')}
          data={[{ value: '', label: t('fields.choose') }, ...postcodes]}
          value={draft.postcode}
          onChange={(event) => change({ postcode: event.currentTarget.value })}
          error={errorOf('postcode')}
        />
      ) : (
        <TextInput
          id="postcode"
          label={t('fields.postcode')}
          inputMode="numeric"
          autoComplete="postal-code"
          maxLength={5}
          value={draft.postcode}
          onChange={(event) => change({ postcode: event.currentTarget.value.replace(/\D/g, '') })}
          error={errorOf('postcode')}
        />
      )}
      <TextInput
        id="phone"
        label={t('fields.phone')}
        description={t('common:form.optional')}
        type="tel"
        autoComplete="tel"
        maxLength={20}
        value={draft.phone}
        onChange={(event) => change({ phone: event.currentTarget.value })}
        error={errorOf('phone')}
      />
    </>
  )
}
