import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { getBallot, remindVoters } from '@mutuo/shared/ballots/ballot.endpoints.ts'
import type { BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { AbilityButton, abilityFor } from '../../ui/ability-button.tsx'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { FirmMark } from '../../ui/firm-mark.tsx'
import { toastDone, toastProblem } from '../../ui/toast.ts'
import classes from './ballots.module.css'
import { EnterVote } from './enter-vote.tsx'
import { VoterList } from './voter-list.tsx'

/** The firm that has to act: the one that holds the proxy, if another does. */
const handOf = ({ proxies }: BallotView, firmId: string): string =>
  proxies.find((proxy) => proxy.state === 'given' && proxy.giver.id === firmId)?.holder?.id ?? firmId

/** Who has not voted yet, with a reminder for all of them; who has. */
export const Voters = ({ ballot }: { ballot: BallotView }) => {
  const { t } = useTranslation('ballots')
  const act = useAct(remindVoters, { invalidates: [keyOf(getBallot)], onDone: () => toastDone(t('voters.reminded')) })
  const remind = abilityFor(ballot.abilities, 'remind')
  const isOffered = remind?.allowed || remind?.reason === 'ALREADY_REMINDED'
  const waiting = ballot.voters.filter((voter) => !voter.hasVoted)
  const voted = ballot.voters.filter((voter) => voter.hasVoted)
  const me = ballot.voters.find((voter) => voter.isMe)?.firm.id
  const hands = new Set(waiting.map(({ firm }) => handOf(ballot, firm.id)))
  const others = [...hands].filter((firmId) => firmId !== me).length
  return (
    <Card plain aria-labelledby="voters">
      {waiting.length > 0 && (
        <>
          <h2 id="voters">{t(ballot.state === 'open' ? 'voters.waiting' : 'voters.absent')}</h2>
          <VoterList
            ballot={ballot}
            voters={waiting}
            mark={({ firm, mayBeEntered }) => mayBeEntered && <EnterVote ballot={ballot} firm={firm} />}
          />
          {others > 0 && isOffered && (
            <div className={classes['remind']}>
              <AbilityButton
                ability={remind}
                variant="outline"
                size="sm"
                pending={act.isPending}
                onClick={() => act.mutate({ ballotId: ballot.id }, { onError: toastProblem })}
              >
                {t('voters.remind', { count: others })}
              </AbilityButton>
            </div>
          )}
        </>
      )}
      {voted.length > 0 && (
        <>
          {waiting.length > 0 ? <h3 className={classes['voted']}>{t('voters.voted')}</h3> : <h2 id="voters">{t('voters.all')}</h2>}
          <VoterList
            ballot={ballot}
            voters={voted}
            mark={() => (
              <Chip tone="ok" icon={<IconCheck aria-hidden="true" />}>
                {t('voters.done')}
              </Chip>
            )}
          />
        </>
      )}
      {ballot.departures.length > 0 && (
        <>
          <h3 className={classes['voted']}>{t('voters.left')}</h3>
          <ul className={classes['people']}>
            {ballot.departures.map(({ firm, why }) => (
              <li key={firm.id}>
                <FirmMark of={firm} />
                <span>
                  <b>{firm.name}</b>
                  <small>{t(`voters.why.${why}`)}</small>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
