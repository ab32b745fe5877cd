import { Button, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { castVote, getBallot } from '@mutuo/shared/ballots/ballot.endpoints.ts'
import type { BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { useDraft } from '../../platform/use-draft.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { BottomBar } from '../../ui/bottom-bar.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { DisabledAction } from '../../ui/disabled-action.tsx'
import { toastDone, toastProblem } from '../../ui/toast.ts'
import { When } from '../../ui/when.tsx'
import { Abstain } from './abstain.tsx'
import { BidChoices } from './bid-choices.tsx'
import { MyVote } from './my-vote.tsx'
import { Ranking } from './ranking.tsx'
import { draftOf, inputOf, lacksReason, missingOf } from './vote-draft.ts'

const formId = 'bulletin'

/** The firm's own paper, kept on this device until it is cast; it may be cast again until the vote closes. */
export const BallotPaper = ({ ballot }: { ballot: BallotView }) => {
  const { t } = useTranslation('ballots')
  const { method } = ballot.rules
  const { value: draft, setValue, forget } = useDraft(`vote.${ballot.id}.${ballot.myVote?.changedAt ?? 'first'}`, draftOf(ballot))
  const act = useAct(castVote, {
    invalidates: [keyOf(getBallot)],
    onDone: () => {
      forget()
      toastDone(t('paper.cast'))
    },
  })
  const missing = missingOf(draft, ballot)
  const fault =
    missing > 0 ? t(`paper.missing.${method}`, { count: missing }) : lacksReason(draft, method) ? t('paper.reasonMissing') : undefined
  const words = t(ballot.myVote ? 'paper.change' : 'paper.send')
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    if (!fault) act.mutate(inputOf(draft, ballot), { onError: toastProblem })
  }
  const choices = { ballot, draft, onChange: setValue }
  return (
    <Card as="form" id={formId} onSubmit={submit} aria-labelledby="paper">
      <CardHead id="paper" title={t('paper.title')} hint={t(`paper.hint.${method}`, { count: ballot.bids.length })} />
      <MyVote ballot={ballot} />
      {method === 'ranked' ? <Ranking {...choices} /> : <BidChoices {...choices} />}
      <Textarea
        label={t(method === 'consent' ? 'paper.objection' : 'paper.reason')}
        description={t('paper.reasonHint')}
        maxLength={600}
        autosize
        minRows={3}
        value={draft.reason}
        onChange={(event) => setValue({ ...draft, reason: event.currentTarget.value })}
      />
      <div className="stack tight">
        <p role="status" className="sr">
          {fault}
        </p>
        <div className="row">
          {fault ? (
            <DisabledAction reason={fault}>{words}</DisabledAction>
          ) : (
            <Button type="submit" loading={act.isPending}>
              {words}
            </Button>
          )}
          <Abstain ballot={ballot} />
        </div>
        <small>{t('paper.trace')}</small>
      </div>
      <BottomBar>
        <div>
          <b>{fault ?? t(ballot.myVote ? 'paper.voted' : 'paper.ready')}</b>
          <br />
          <small>
            {t('closes')} <When at={ballot.closesAt} />
          </small>
        </div>
        {fault ? (
          <Button component="a" href={`#${formId}`}>
            {t('paper.go')}
          </Button>
        ) : (
          <Button type="submit" loading={act.isPending}>
            {words}
          </Button>
        )}
      </BottomBar>
    </Card>
  )
}
