import { useTranslation } from 'react-i18next'
import { isOpenAmendment } from '@mutuo/shared/missions/amendment.process.ts'
import type { AmendmentView } from '@mutuo/shared/missions/amendment.schema.ts'
import { StateBadge } from '../../platform/state-badge.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { AmendmentActs } from './amendment-acts.tsx'
import { AmendmentAnswers } from './amendment-answers.tsx'
import { AmendmentShare } from './amendment-share.tsx'
import { AmendmentTable } from './amendment-table.tsx'
import { AmendmentTotal } from './amendment-total.tsx'
import classes from './contract.module.css'

/** One amendment: what it changes, what it makes of the reader's share, who has said what. */
export const AmendmentCard = ({ amendment }: { amendment: AmendmentView }) => {
  const { t } = useTranslation('contract')
  const { id, turn, state, reason, proposedBy, proposedAt, expiresAt, settledAt, my, total, collection } = amendment
  const isProposed = state === 'proposed'
  return (
    <Card edge={isOpenAmendment(state) ? 'ocre' : undefined} aria-labelledby={`avenant-${turn}`}>
      <CardHead id={`avenant-${turn}`} title={t('amendment.title', { turn })}>
        <StateBadge process="amendment" state={state} />
      </CardHead>
      <p>
        {t('amendment.by', { name: proposedBy.name, on: proposedAt })}{' '}
        {isProposed ? t('amendment.until', { on: expiresAt }) : settledAt && t('amendment.settled', { on: settledAt })}
      </p>
      <p className={classes['quote']}>{t('amendment.reason', { reason })}</p>
      <AmendmentTable amendment={amendment} />
      {my && <AmendmentShare my={my} state={state} label={t('amendment.table', { turn, title: t('rise.caption') })} />}
      {total && <AmendmentTotal total={total} />}
      {collection && (
        <p>
          <b>{t('rise.collecting', { count: collection.settledFirms, firms: collection.firms })}</b> {t('rise.then')}
        </p>
      )}
      <AmendmentAnswers amendment={amendment} />
      <AmendmentActs key={id} amendment={amendment} />
    </Card>
  )
}
