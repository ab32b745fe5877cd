import type { FormEvent } from 'react'
import { Button, NumberInput, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isMeasured } from '@mutuo/shared/pledges/weighing.rules.ts'
import { AmountField } from '../../ui/amount-field.tsx'
import { BottomBar } from '../../ui/bottom-bar.tsx'
import { Card } from '../../ui/card.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Money } from '../../ui/money.tsx'
import { Ticks } from '../../ui/ticks.tsx'
import { TwoColumns } from '../../ui/two-columns.tsx'
import { useFormErrors } from '../../ui/use-form-errors.ts'
import { MeasureField } from './measure-field.tsx'
import { faultsOf, type PledgeField } from './pledge-faults.ts'
import type { StepProps } from './step-props.ts'
import classes from './pledges.module.css'
import { capsToPropose } from './caps-to-propose.ts'

/** The most that the firm accepts to pay, with the prices beside it. */
export const AmountStep = ({ need, draft, change, goTo }: StepProps) => {
  const { t } = useTranslation('pledges')
  const errors = useFormErrors<PledgeField>()
  const usesUnits = need.content.lots.some((lot) => lot.kind === 'common' && lot.shareKey === 'units')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { capMinor, units, measure } = faultsOf(draft, need, t)
    if (errors.check({ capMinor, units, measure })) goTo(2)
  }
  const proposed = capsToPropose(need)
  const go = <Button type="submit">{t('common:actions.continue')}</Button>
  return (
    <form onSubmit={submit} noValidate>
      <TwoColumns aside={<Prices need={need} />}>
        <ErrorSummary errors={errors.list} />
        <Card>
          <div className={classes['amount']}>
            <AmountField
              id="capMinor"
              label={t('amount.cap')}
              hint={t('amount.capHint')}
              value={draft.capMinor}
              error={errors.of('capMinor')}
              onChange={(capMinor) => change({ capMinor })}
            />
            {usesUnits && (
              <NumberInput
                id="units"
                label={t('amount.units')}
                description={t('amount.unitsHint')}
                min={1}
                max={500}
                allowDecimal={false}
                allowNegative={false}
                inputMode="numeric"
                value={draft.units}
                error={errors.of('units')}
                onChange={(value) => change({ units: typeof value === 'number' ? value : 0 })}
              />
            )}
            {isMeasured(need.content) && (
              <MeasureField
                weighing={need.content.weighing}
                value={draft.measure}
                error={errors.of('measure')}
                onChange={(measure) => change({ measure })}
              />
            )}
          </div>
          {proposed.length > 0 && (
            <div className={classes['proposed']} role="group" aria-label={t('amount.proposed')}>
              {proposed.map(({ key, minor, firms }) => (
                <UnstyledButton
                  key={key}
                  className={classes['pick']}
                  aria-pressed={draft.capMinor === minor}
                  onClick={() => change({ capMinor: minor })}
                >
                  <b>
                    <Money minor={minor} whole tax="HT" />
                  </b>
                  <small>{t(`amount.pick.${key}`, { firms })}</small>
                </UnstyledButton>
              ))}
            </div>
          )}
          <div className="row wide-only">{go}</div>
        </Card>
        <Card flat>
          <Ticks items={[t('amount.never'), t('amount.alone'), t('amount.change')]} />
        </Card>
      </TwoColumns>
      <BottomBar>{go}</BottomBar>
    </form>
  )
}

const Prices = ({ need }: Pick<StepProps, 'need'>) => {
  const { t } = useTranslation('pledges')
  return (
    <Card aria-labelledby="prix">
      <h2 id="prix">{t('prices.title')}</h2>
      <DataTable
        caption={t('prices.caption')}
        head={[t('prices.firms'), { text: t('prices.share'), numeric: true }]}
        rows={need.curve.points.map(({ firms, myShareMinor, isNow }) => ({
          key: String(firms),
          here: isNow,
          cells: [isNow ? t('prices.now', { firms }) : firms, <Money key="price" minor={myShareMinor} whole />],
        }))}
      />
      <small>{need.curve.basis === 'bid' ? t('prices.fromBids') : t('prices.fromTarget')}</small>
    </Card>
  )
}
