import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { getBallot } from '@mutuo/shared/ballots/ballot.endpoints.ts'
import type { BallotView, ObjectionView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { adoptObjection, liftObjection, ruleOnObjection } from '@mutuo/shared/ballots/objection.endpoints.ts'
import { StateBadge } from '../../platform/state-badge.tsx'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { AbilityButton, abilityFor } from '../../ui/ability-button.tsx'
import { FirmMark } from '../../ui/firm-mark.tsx'
import { toastProblem } from '../../ui/toast.ts'
import { When } from '../../ui/when.tsx'
import classes from './ballots.module.css'
import { RulingChoice } from './ruling-choice.tsx'
import { WrittenAct } from './written-act.tsx'

type Props = { ballot: BallotView; objection: ObjectionView }

/** What was said, the freelancer's side, how it ended; and what the reader may do about it. */
export const OneObjection = ({ ballot, objection }: Props) => {
  const { t } = useTranslation('ballots')
  const { firm, reason, raisedAt, reply, state, settled, bidId, isMine } = objection
  const freelancer = [...ballot.bids, ...(ballot.firstRound?.bids ?? []), ...(ballot.outcome?.bids ?? [])].find(
    (bid) => bid.bidId === bidId,
  )?.freelancer
  return (
    <article className={classes['objection']}>
      <p>
        {firm && <FirmMark of={firm} size="sm" />}{' '}
        <b>{firm?.name ?? (isMine ? t('objection.mine') : t('objection.unnamed', { name: freelancer?.name ?? '' }))}</b>{' '}
        <small>
          <When at={raisedAt} as="day" weekday />
        </small>
        <br />
        {t('reasons.quote', { reason })}
      </p>
      {reply && freelancer && (
        <p>
          <FirmMark of={freelancer} size="sm" /> <b>{freelancer.name}</b>{' '}
          <small>
            <When at={reply.at} as="day" weekday />
          </small>
          <br />
          {t('reasons.quote', { reason: reply.text })}
        </p>
      )}
      {state !== 'raised' && (
        <p>
          <StateBadge process="objection" state={state} /> {settled?.text && t('reasons.quote', { reason: settled.text })}
        </p>
      )}
      <ObjectionActs ballot={ballot} objection={objection} />
    </article>
  )
}

const ObjectionActs = ({ ballot, objection }: Props) => {
  const { t } = useTranslation('ballots')
  const [ruling, setRuling] = useState<'upheld' | 'dismissed' | ''>('')
  const invalidates = [keyOf(getBallot)]
  const lift = useAct(liftObjection, { invalidates })
  const adopt = useAct(adoptObjection, { invalidates })
  const rule = useAct(ruleOnObjection, { invalidates })
  const of = { ballotId: ballot.id, objectionId: objection.id }
  const { abilities } = objection
  if (abilities.length === 0) return null
  return (
    <div className="stack tight">
      <WrittenAct
        ability={abilityFor(abilities, 'rule')}
        variant={ballot.state === 'held' ? 'filled' : 'outline'}
        action={t('ruling.go')}
        title={t('ruling.ask')}
        label={t('ruling.reason')}
        hint={t('ruling.reasonHint')}
        missing={ruling ? undefined : t('ruling.missing')}
        onConfirm={(reason) => rule.mutateAsync({ ...of, ruling: ruling || 'dismissed', reason })}
      >
        <RulingChoice value={ruling} onChange={setRuling} />
      </WrittenAct>
      <WrittenAct
        ability={abilityFor(abilities, 'adopt')}
        action={t('adoption.go')}
        title={t('adoption.ask')}
        label={t('adoption.change')}
        hint={t('adoption.changeHint')}
        onConfirm={(change) => adopt.mutateAsync({ ...of, change })}
      />
      <AbilityButton
        ability={abilityFor(abilities, 'lift')}
        variant="subtle"
        fullWidth
        pending={lift.isPending}
        onClick={() => lift.mutate(of, { onError: toastProblem })}
      >
        {t('objection.lift')}
      </AbilityButton>
    </div>
  )
}
