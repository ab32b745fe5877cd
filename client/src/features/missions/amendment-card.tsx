import { useTranslation } from 'react-i18next'
import type { AmendmentView } from '@mutuo/shared/missions/amendment.schema.ts'
import { money } from '../../platform/format.ts'
import { StateBadge } from '../../platform/state-badge.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { AmendmentActs } from './amendment-acts.tsx'
import { AmendmentAnswers } from './amendment-answers.tsx'
import { AmendmentTable } from './amendment-table.tsx'
import classes from './contract.module.css'

/** One amendment: what it changes, what it makes of the reader's share, who has said what. */
export const AmendmentCard = ({ amendment }: { amendment: AmendmentView }) => {
  const { t } = useTranslation('contract')
  const { id, turn, state, reason, proposedBy, proposedAt, expiresAt, settledAt, my, total } = amendment
  const isOpen = state === 'proposed'
  return (
    <Card edge={isOpen ? 'ocre' : undefined} aria-labelledby={`avenant-${turn}`}>
      <CardHead id={`avenant-${turn}`} title={t('amendment.title', { turn })}>
        <StateBadge process="amendment" state={state} />
      </CardHead>
      <p>
        {t('amendment.by', { name: proposedBy.name, on: proposedAt })}{' '}
        {isOpen ? t('amendment.until', { on: expiresAt }) : settledAt && t('amendment.settled', { on: settledAt })}
      </p>
      <p className={classes['quote']}>{t('amendment.reason', { reason })}</p>
      <AmendmentTable amendment={amendment} />
      {my && (
        <p>
          <b>
            {my.beforeMinor === my.afterMinor
              ? t('amendment.sameShare', { amount: money(my.afterMinor) })
              : t('amendment.share', { before: money(my.beforeMinor), after: money(my.afterMinor) })}
          </b>{' '}
          {my.beforeMinor > my.afterMinor && t(isOpen ? 'amendment.willBack' : state === 'applied' ? 'amendment.back' : 'amendment.noBack')}
        </p>
      )}
      {total && (
        <p>
          <b>
            {total.beforeMinor === total.afterMinor
              ? t('amendment.samePrice', { amount: money(total.afterMinor) })
              : t('amendment.price', { before: money(total.beforeMinor), after: money(total.afterMinor) })}
          </b>
        </p>
      )}
      <AmendmentAnswers amendment={amendment} />
      <AmendmentActs key={id} amendment={amendment} />
    </Card>
  )
}
