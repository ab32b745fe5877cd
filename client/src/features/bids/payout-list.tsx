import type { ReactNode } from 'react'
import { Accordion } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Payout } from '@mutuo/shared/billing/billing.schema.ts'
import { money } from '../../platform/format.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import { Pile } from '../../ui/firm-mark.tsx'
import { StateChip, type Look } from '../../ui/state-chip.tsx'
import { When } from '../../ui/when.tsx'
import { PayoutParts } from './payout-parts.tsx'
import classes from './payouts.module.css'

const looks: Record<Payout['state'], Look> = { sent: 'done', partly: 'running', waiting: 'waiting' }

/** What was sent to the account, a line a milestone; opened, the part of each firm. `children` ends the card. */
export const PayoutList = ({ payouts, children }: { payouts: readonly Payout[]; children: ReactNode }) => {
  const { t } = useTranslation('payouts')
  return (
    <Card aria-labelledby="versements">
      <CardHead id="versements" title={t('list')} />
      {payouts.length === 0 ? (
        <p className="muted">{t('none')}</p>
      ) : (
        <Accordion
          variant="default"
          order={3}
          multiple
          classNames={{ item: classes['item'] ?? '', control: classes['control'] ?? '', panel: classes['panel'] ?? '' }}
        >
          {payouts.map((payout) => (
            <Accordion.Item key={payout.milestoneId} value={payout.milestoneId}>
              <Accordion.Control>
                <PayoutLine payout={payout} />
              </Accordion.Control>
              <Accordion.Panel>
                <PayoutParts payout={payout} />
              </Accordion.Panel>
            </Accordion.Item>
          ))}
        </Accordion>
      )}
      {children}
    </Card>
  )
}

const PayoutLine = ({ payout }: { payout: Payout }) => {
  const { t } = useTranslation('payouts')
  const { milestoneTitle, missionTitle, at, state, amountMinor, parts } = payout
  return (
    <span className={classes['line']}>
      <span>
        <b className={classes['title']}>{milestoneTitle}</b>
        <small>{missionTitle}</small>
      </span>
      <b className={classes['sum']}>{money(amountMinor)}</b>
      <span className={classes['facts']}>
        <StateChip look={looks[state]}>{t(`state.${state}`)}</StateChip>
        <small>
          <When at={at} as="day" />
        </small>
        <span className={classes['firms']}>
          <Pile marks={parts.map(({ firm }) => firm)} max={4} size="xs" />
          <small>{t('firms', { count: parts.length })}</small>
        </span>
      </span>
    </span>
  )
}
