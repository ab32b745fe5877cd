import { useState } from 'react'
import { Button, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { compareBids, getBid, listMyBids, withdrawBid } from '@mutuo/shared/bids/bid.endpoints.ts'
import type { BidView } from '@mutuo/shared/bids/bid.schema.ts'
import { paths } from '../../platform/paths.ts'
import { sentenceOf } from '../../platform/problem-text.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { AbilityButton, abilityFor } from '../../ui/ability-button.tsx'
import { Card } from '../../ui/card.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { DisabledAction } from '../../ui/disabled-action.tsx'
import { toastDone } from '../../ui/toast.ts'

/** What the author may still do with its bid; it is changed and submitted on its own page. */
export const AuthorActions = ({ bid }: { bid: BidView }) => {
  const { t } = useTranslation('bids')
  const [isWithdrawing, setWithdrawing] = useState(false)
  const edit = abilityFor(bid.abilities, 'edit')
  const withdraw = abilityFor(bid.abilities, 'withdraw')
  if (!edit && !withdraw) return null
  const words = t(bid.state === 'draft' ? 'author.finish' : 'author.edit')
  return (
    <Card plain aria-label={t('author.label')}>
      <div className="stack tight">
        <p>{t(bid.state === 'draft' ? 'author.draft' : edit?.allowed ? 'author.submitted' : 'author.closed')}</p>
        {(edit || withdraw?.allowed) && (
          <div className="row">
            {edit?.allowed && (
              <Button component={Link} to={paths.ownBid(bid.needId)} variant={bid.state === 'draft' ? 'filled' : 'outline'}>
                {words}
              </Button>
            )}
            {edit && !edit.allowed && <DisabledAction reason={sentenceOf(edit.reason ?? 'FORBIDDEN', edit.params)}>{words}</DisabledAction>}
            {withdraw?.allowed && (
              <AbilityButton ability={withdraw} variant="subtle" color="red" onClick={() => setWithdrawing(true)}>
                {t('author.withdraw')}
              </AbilityButton>
            )}
          </div>
        )}
      </div>
      <Withdrawal bid={bid} isOpen={isWithdrawing} onClose={() => setWithdrawing(false)} />
    </Card>
  )
}

const Withdrawal = ({ bid, isOpen, onClose }: { bid: BidView; isOpen: boolean; onClose: () => void }) => {
  const { t } = useTranslation('bids')
  const [reason, setReason] = useState('')
  const act = useAct(withdrawBid, {
    invalidates: [keyOf(getBid), keyOf(listMyBids), keyOf(compareBids)],
    onDone: () => toastDone(t('author.withdrawn')),
  })
  return (
    <Confirm
      isOpen={isOpen}
      onClose={onClose}
      title={t('author.withdrawTitle')}
      confirmLabel={t('author.withdraw')}
      danger
      disabled={reason.trim() === ''}
      onConfirm={() => act.mutateAsync({ bidId: bid.id, version: bid.version, reason: reason.trim() })}
    >
      <p>{t('author.withdrawText')}</p>
      <Textarea
        label={t('author.reason')}
        description={t('author.reasonHint')}
        maxLength={300}
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Confirm>
  )
}
