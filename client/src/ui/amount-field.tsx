import { NumberInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type Props = {
  id?: string
  label: ReactNode
  hint?: ReactNode
  /** Cents, or null while empty. */
  value: number | null
  onChange: (amountMinor: number | null) => void
  suffix?: 'HT' | 'TTC' | ''
  max?: number
  error?: ReactNode
  required?: boolean
  disabled?: boolean
  hideLabel?: boolean
  /** The id of a sentence elsewhere that says what is wrong; the field only shows that something is. */
  describedBy?: string | undefined
}

/** An amount typed in euros, kept in cents. `suffix` says whether VAT is in. */
export const AmountField = ({ label, hint, value, onChange, suffix = 'HT', max, hideLabel, describedBy, ...rest }: Props) => {
  const { i18n, t } = useTranslation('common')
  const isFrench = i18n.language !== 'en'
  return (
    <NumberInput
      {...rest}
      {...(describedBy ? { error: true, 'aria-describedby': describedBy } : {})}
      {...(hideLabel ? { 'aria-label': String(label) } : { label })}
      description={hint}
      value={value === null ? '' : value / 100}
      onChange={(euros) => onChange(minorOf(euros))}
      decimalSeparator={isFrench ? ',' : '.'}
      allowedDecimalSeparators={[',', '.']}
      thousandSeparator={isFrench ? '\u00a0' : ','}
      decimalScale={2}
      fixedDecimalScale
      allowNegative={false}
      {...(max === undefined ? {} : { max: max / 100 })}
      inputMode="decimal"
      rightSection={<span className="muted">{suffix ? t(`tax.${suffix}`) : '€'}</span>}
      rightSectionWidth={suffix === '' ? 40 : isFrench || suffix === 'HT' ? 76 : 104}
      rightSectionPointerEvents="none"
      styles={{ input: { textAlign: 'right', fontWeight: 600 } }}
      withAsterisk={false}
    />
  )
}

/** The field hands over text while it ends with zeros, as whole euros do. */
const minorOf = (euros: number | string): number | null => {
  const amount = euros === '' ? Number.NaN : Number(euros)
  return Number.isFinite(amount) ? Math.round(amount * 100) : null
}
