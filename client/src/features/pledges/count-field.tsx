import { ActionIcon, NumberInput } from '@mantine/core'
import { IconMinus, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './pledges.module.css'

type Props = {
  id: string
  label: string
  value: number
  min: number
  max: number
  /** The id of the sentence that says what is wrong, if something is. */
  describedBy: string | undefined
  disabled: boolean
  onChange: (value: number) => void
}

/** A small number, by its keys or one at a time. */
export const CountField = ({ id, label, value, min, max, describedBy, disabled, onChange }: Props) => {
  const { t } = useTranslation('pledges')
  return (
    <div className={classes['count']}>
      <ActionIcon
        variant="outline"
        size={48}
        radius="md"
        aria-label={t('count.less')}
        disabled={disabled || value <= min}
        onClick={() => onChange(value - 1)}
      >
        <IconMinus className="ico" aria-hidden="true" />
      </ActionIcon>
      <NumberInput
        id={id}
        aria-label={label}
        min={min}
        max={max}
        allowDecimal={false}
        allowNegative={false}
        inputMode="numeric"
        disabled={disabled}
        value={value}
        error={Boolean(describedBy)}
        aria-describedby={describedBy}
        styles={{ input: { textAlign: 'center', fontWeight: 700 } }}
        onChange={(next) => onChange(typeof next === 'number' ? next : 0)}
      />
      <ActionIcon
        variant="outline"
        size={48}
        radius="md"
        aria-label={t('count.more')}
        disabled={disabled || value >= max}
        onClick={() => onChange(value + 1)}
      >
        <IconPlus className="ico" aria-hidden="true" />
      </ActionIcon>
    </div>
  )
}
