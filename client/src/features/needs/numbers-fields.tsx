import { NumberInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../ui/amount-field.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import classes from './form.module.css'
import type { FieldsProps } from './fields-props.ts'
import { daysAfter, parisDay } from './paris-evening.ts'

const days = ['gatheringDay', 'bidsDay', 'voteDay', 'startsOn'] as const

/** From how many firms it is done, for how many it is meant, and by when. */
export const NumbersFields = ({ draft, change, errorOf }: FieldsProps) => {
  const { t } = useTranslation('needs')
  const tomorrow = daysAfter(parisDay(new Date()), 1)
  return (
    <>
      <Card>
        <CardHead title={t('form.howMany')} hint={t('form.howManyHint')} />
        <div className={classes['pair']}>
          {(['minFirms', 'targetFirms'] as const).map((name) => (
            <NumberInput
              key={name}
              id={name}
              label={t(`form.${name}`)}
              description={t(`form.${name}Hint`)}
              min={2}
              max={200}
              allowDecimal={false}
              allowNegative={false}
              inputMode="numeric"
              value={draft[name]}
              error={errorOf(name)}
              onChange={(value) => change({ [name]: typeof value === 'number' ? value : 0 })}
            />
          ))}
          <AmountField
            id="minimumShareMinor"
            label={t('form.minimumShare')}
            hint={t('form.minimumShareHint')}
            value={draft.minimumShareMinor}
            error={errorOf('minimumShareMinor')}
            onChange={(minimumShareMinor) => change({ minimumShareMinor })}
          />
        </div>
      </Card>
      <Card>
        <CardHead title={t('form.dates')} hint={t('form.datesHint')} />
        <div className={classes['pair']}>
          {days.map((name) => (
            <TextInput
              key={name}
              id={name}
              type="date"
              min={tomorrow}
              label={t(`form.${name}`)}
              description={t(`form.${name}Hint`)}
              value={draft[name]}
              error={errorOf(name)}
              onChange={(event) => change({ [name]: event.currentTarget.value })}
            />
          ))}
        </div>
      </Card>
    </>
  )
}
