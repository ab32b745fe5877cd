import { Button } from '@mantine/core'
import { IconClock, IconTicket } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { list } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { abilityFor } from '../../ui/ability-button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { When } from '../../ui/when.tsx'
import { Heads } from './heads.tsx'
import classes from './card.module.css'

/** An open vote in the room: until when, who has voted, and the way to one's own ballot. */
export const BallotCard = ({ ballot }: { ballot: BallotView }) => {
  const { t } = useTranslation('chat')
  const { votedHeads, eligibleHeads } = ballot.participation
  const done = ballot.voters.filter(({ hasVoted }) => hasVoted).map(({ firm }) => firm)
  const mayVote = abilityFor(ballot.abilities, 'vote')?.allowed
  return (
    <section className={classes['card']} aria-labelledby={`vote-${ballot.id}`}>
      <header>
        <span>
          <IconTicket className="ico" aria-hidden="true" />
          {t('ballot.open')}
        </span>
        <Chip tone="ocre" icon={<IconClock aria-hidden="true" />}>
          {t('ballot.until')} <When at={ballot.closesAt} weekday />
        </Chip>
      </header>
      <div className={classes['inside']}>
        <h2 id={`vote-${ballot.id}`}>{t('ballot.which', { count: ballot.bids.length, title: ballot.needTitle })}</h2>
        <Heads
          done={done}
          waiting={ballot.voters.filter(({ hasVoted }) => !hasVoted).map(({ firm }) => firm)}
          label={done.length > 0 ? t('ballot.haveVoted', { names: list(done.map(({ name }) => name)) }) : t('ballot.nobody')}
        />
        <p>
          <b>{t('ballot.count', { count: votedHeads, all: eligibleHeads })}</b> {t('ballot.rule')}
        </p>
        <div className="row">
          <Button component={Link} to={paths.ballot(ballot.needId, ballot.id)} variant={mayVote && !ballot.myVote ? 'filled' : 'outline'}>
            {t(mayVote ? (ballot.myVote ? 'ballot.change' : 'ballot.vote') : 'see.ballot')}
          </Button>
        </div>
        {ballot.rules.resultsHidden && <small>{t('ballot.hidden')}</small>}
      </div>
    </section>
  )
}
