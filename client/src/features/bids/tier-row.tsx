import { ActionIcon, NumberInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../ui/amount-field.tsx'
import type { TierDraft } from './bid-draft.ts'
import classes from './bid-form.module.css'

type Props = {
  index: number
  tier: TierDraft
  hasCommon: boolean
  hasOwn: boolean
  isAlone: boolean
  errorOf: (field: string) => string | undefined
  onChange: (part: Partial<TierDraft>) => void
  onRemove: () => void
}

export const TierRow = ({ index, tier, hasCommon, hasOwn, isAlone, errorOf, onChange, onRemove }: Props) => {
  const { t } = useTranslation('bids')
  const id = (field: string) => `tiers.${index}.${field}`
  return (
    <fieldset className={classes['tier']}>
      <legend className="sr">{t('tiers.one', { position: index + 1 })}</legend>
      <NumberInput
        id={id('minFirms')}
        label={t('tiers.from')}
        suffix={`\u00a0${t('tiers.firmsUnit')}`}
        min={1}
        max={200}
        allowDecimal={false}
        allowNegative={false}
        inputMode="numeric"
        value={tier.minFirms ?? ''}
        error={errorOf(id('minFirms'))}
        onChange={(count) => onChange({ minFirms: typeof count === 'number' ? count : null })}
      />
      {hasCommon && (
        <AmountField
          id={id('commonMinor')}
          label={t('tiers.common')}
          value={tier.commonMinor}
          error={errorOf(id('commonMinor'))}
          onChange={(commonMinor) => onChange({ commonMinor })}
        />
      )}
      {hasOwn && (
        <AmountField
          id={id('perFirmMinor')}
          label={t('tiers.perFirm')}
          value={tier.perFirmMinor}
          error={errorOf(id('perFirmMinor'))}
          onChange={(perFirmMinor) => onChange({ perFirmMinor })}
        />
      )}
      {!isAlone && (
        <ActionIcon
          variant="subtle"
          color="red"
          className={classes['remove']}
          aria-label={t('tiers.remove', { position: index + 1 })}
          onClick={onRemove}
        >
          <IconTrash className="ico" aria-hidden="true" />
        </ActionIcon>
      )}
    </fieldset>
  )
}
