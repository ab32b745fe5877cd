import { useState } from 'react'
import { Button, Radio, Stack, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { getBallot, giveCastingVote } from '@mutuo/shared/ballots/ballot.endpoints.ts'
import type { BallotOutcome, BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { day, money } from '../../platform/format.ts'
import { problemText } from '../../platform/problem-text.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { useFormErrors } from '../../ui/use-form-errors.ts'

/** On a tie the association decides between the bids that stand equal, in writing. */
export const CastingVote = ({ ballot, outcome }: { ballot: BallotView; outcome: BallotOutcome }) => {
  const { t } = useTranslation('ballots')
  const [bidId, setBidId] = useState('')
  const [reason, setReason] = useState('')
  const errors = useFormErrors<'choice' | 'reason'>()
  const act = useAct(giveCastingVote, { invalidates: [keyOf(getBallot)] })
  const tied = outcome.bids.filter((bid) => bid.isTied)
  const termsOf = (id: string) => {
    const bid = ballot.bids.find((one) => one.bidId === id)
    if (!bid) return undefined
    return `${t('bid.total', { price: money(bid.totalMinor, { whole: true }) })} · ${t('bid.delivered', { on: day(bid.deliversOn) })}`
  }
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    const isWhole = errors.check({
      choice: bidId ? undefined : t('casting.choiceMissing'),
      reason: reason.trim() ? undefined : t('casting.reasonMissing'),
    })
    if (!isWhole) return
    act.mutate({ ballotId: ballot.id, bidId, reason: reason.trim() }, { onError: (error) => errors.refuse({}, problemText(error), []) })
  }
  return (
    <Card edge="ocre" aria-labelledby="casting">
      <form className="stack" noValidate onSubmit={submit}>
        <CardHead id="casting" title={t('casting.formTitle', { count: tied.length })} hint={t('casting.formHint')} />
        <ErrorSummary errors={errors.list} />
        <Radio.Group label={t('casting.choice')} value={bidId} onChange={setBidId} error={errors.of('choice')}>
          <Stack gap={8}>
            {tied.map(({ bidId: id, freelancer }, index) => (
              <Radio key={id} value={id} label={freelancer.name} description={termsOf(id)} {...(index === 0 ? { id: 'choice' } : {})} />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          id="reason"
          label={t('casting.reason')}
          description={t('casting.reasonHint')}
          maxLength={600}
          autosize
          minRows={3}
          value={reason}
          error={errors.of('reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className="row">
          <Button type="submit" loading={act.isPending}>
            {t('casting.go')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
