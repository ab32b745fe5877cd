import { NativeSelect, NumberInput } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { turnoverBands } from '@mutuo/shared/pledges/weighing.rules.ts'
import { number } from '../../platform/format.ts'

type Props = {
  weighing: NeedView['content']['weighing']
  value: number | null
  error: string | undefined
  onChange: (measure: number | null) => void
}

/** What the firm says of itself for the lots that weigh it: its band of turnover, or the measure that the group has chosen. */
export const MeasureField = ({ weighing, value, error, onChange }: Props) => {
  const { t } = useTranslation('pledges')
  if (weighing?.by === 'own')
    return (
      <NumberInput
        id="measure"
        label={weighing.measure}
        description={t('amount.measureHint')}
        min={1}
        max={100_000}
        allowDecimal={false}
        allowNegative={false}
        inputMode="numeric"
        value={value ?? ''}
        error={error}
        onChange={(next) => onChange(typeof next === 'number' && next > 0 ? next : null)}
      />
    )
  return (
    <NativeSelect
      id="measure"
      label={t('amount.turnover')}
      description={t('amount.turnoverHint')}
      value={value ?? ''}
      error={error}
      onChange={({ currentTarget }) => onChange(currentTarget.value ? Number(currentTarget.value) : null)}
      data={[
        { value: '', label: t('conditions.choose') },
        ...turnoverBands.map((_, at) => ({ value: String(at + 1), label: bandLabel(at, t) })),
      ]}
    />
  )
}

const bandLabel = (at: number, t: TFunction<'pledges'>) => {
  const [from, to] = [turnoverBands[at - 1]?.upToEuros, turnoverBands[at]?.upToEuros]
  if (!from) return t('amount.bandUpTo', { to: number(to ?? 0) })
  return to ? t('amount.band', { from: number(from), to: number(to) }) : t('amount.bandFrom', { from: number(from) })
}
