import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { BidComparison } from '@mutuo/shared/bids/bid.schema.ts'
import type { BallotMethod } from '@mutuo/shared/groups/group.schema.ts'
import { isBeforeVote } from '@mutuo/shared/needs/need.rules.ts'
import { paths } from '../../platform/paths.ts'
import { BottomBar } from '../../ui/bottom-bar.tsx'
import { Card } from '../../ui/card.tsx'
import { When } from '../../ui/when.tsx'
import { OpeningLetter, useOpeningLetter } from './opening-letter.tsx'
import classes from './bids.module.css'

type Props = { comparison: BidComparison; method: BallotMethod | undefined; isVoter: boolean }

/** What comes after the comparison: when the vote opens, or the way to it. */
export const VoteNext = ({ comparison, method, isVoter }: Props) => {
  const { t } = useTranslation('bids')
  const { needId, needState, ballotId, voteOpensAt, voteClosesAt } = comparison
  if (ballotId) return <VoteLink to={paths.ballot(needId, ballotId)} isOpen={needState === 'voting'} closesAt={voteClosesAt} />
  if (!isBeforeVote(needState)) return null
  return (
    <>
      <Card plain className={classes['next']} aria-labelledby="vote-next">
        <div>
          <h2 id="vote-next">
            {t('vote.opens')} <When at={voteOpensAt} weekday />
          </h2>
          <p className="muted">
            {t('vote.lasts')} <When at={voteClosesAt} weekday />. {method && t(`vote.method.${method}`)}
          </p>
        </div>
        {isVoter && <OpeningLetter />}
      </Card>
      {isVoter && <LetterBar opensAt={voteOpensAt} closesAt={voteClosesAt} />}
    </>
  )
}

const LetterBar = ({ opensAt, closesAt }: { opensAt: string; closesAt: string }) => {
  const { t } = useTranslation('bids')
  const letter = useOpeningLetter()
  if (!letter?.ask) return null
  return (
    <BottomBar>
      <div>
        <b>
          {t('vote.soon')} <When at={opensAt} as="day" />
        </b>
        <br />
        <small>
          {t('vote.until')} <When at={closesAt} as="day" />
        </small>
      </div>
      <Button aria-label={t('vote.letter.ask')} loading={letter.isPending} onClick={letter.ask}>
        {t('vote.letter.askShort')}
      </Button>
    </BottomBar>
  )
}

const VoteLink = ({ to, isOpen, closesAt }: { to: string; isOpen: boolean; closesAt: string }) => {
  const { t } = useTranslation('bids')
  const words = isOpen ? 'open' : 'over'
  return (
    <>
      <Card plain className={classes['next']} aria-labelledby="vote-next">
        <div>
          <h2 id="vote-next">{t(`vote.${words}.title`)}</h2>
          <p className="muted">{isOpen ? t('vote.open.text', { at: closesAt }) : t('vote.over.text')}</p>
        </div>
        <Button component={Link} to={to} variant={isOpen ? 'filled' : 'outline'} className="wide-only" data-noprint="">
          {t(`vote.${words}.go`)}
        </Button>
      </Card>
      {isOpen && (
        <BottomBar>
          <div>
            <b>{t('vote.open.short')}</b>
            <br />
            <small>
              {t('vote.until')} <When at={closesAt} as="day" />
            </small>
          </div>
          <Button component={Link} to={to}>
            {t('vote.open.go')}
          </Button>
        </BottomBar>
      )}
    </>
  )
}
