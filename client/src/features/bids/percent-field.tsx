import { NumberInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type Props = {
  id: string
  label: ReactNode
  valueBp: number | null
  onChange: (valueBp: number | null) => void
  error?: string | undefined
}

/** A part typed in per cents, kept in basis points. */
export const PercentField = ({ id, label, valueBp, onChange, error }: Props) => {
  const { i18n } = useTranslation()
  return (
    <NumberInput
      id={id}
      label={label}
      value={valueBp === null ? '' : valueBp / 100}
      onChange={(value) => onChange(value === '' || Number.isNaN(Number(value)) ? null : Math.round(Number(value) * 100))}
      min={0}
      max={100}
      decimalScale={2}
      decimalSeparator={i18n.language === 'en' ? '.' : ','}
      allowedDecimalSeparators={[',', '.']}
      allowNegative={false}
      inputMode="decimal"
      rightSection={<span className="muted">%</span>}
      rightSectionPointerEvents="none"
      error={error}
      styles={{ input: { textAlign: 'right' } }}
    />
  )
}
