import { useTranslation } from 'react-i18next'
import type { BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { FirmMark } from '../../ui/firm-mark.tsx'
import classes from './ballots.module.css'
import { BidLine } from './bid-line.tsx'
import { Segments } from './segments.tsx'
import type { VoteDraft } from './vote-draft.ts'

type Props = { ballot: BallotView; draft: VoteDraft; onChange: (draft: VoteDraft) => void }

const scores = [0, 1, 2, 3, 4, 5]
const yesNo = [1, 0]

/** One answer a bid: a score, an approval, or a consent. */
export const BidChoices = ({ ballot, draft, onChange }: Props) => {
  const { t } = useTranslation('ballots')
  const { method } = ballot.rules
  const me = ballot.voters.find((voter) => voter.isMe)?.firm
  const isScore = method === 'score'
  const options = (isScore ? scores : yesNo).map((value) => ({
    value,
    label: isScore ? String(value) : t(`choice.${method}.${value === 1 ? 'yes' : 'no'}`),
  }))
  return (
    <>
      {ballot.bids.map((bid) => (
        <fieldset key={bid.bidId} className={classes['bid']} aria-labelledby={`bid-${bid.bidId}`}>
          <BidLine bid={bid} needId={ballot.needId} headingId={`bid-${bid.bidId}`} />
          {isScore && (
            <p className={classes['ends']} aria-hidden="true">
              <span>{t('ends.low')}</span>
              <span>{t('ends.accept')}</span>
              <span>{t('ends.high')}</span>
            </p>
          )}
          <div className={classes['line']}>
            <span>
              {me && <FirmMark of={me} size="sm" />}
              {me?.name}
            </span>
            <Segments
              name={bid.bidId}
              label={t(`choice.${method}.label`, { name: bid.freelancer.name })}
              options={options}
              value={draft.values[bid.bidId]}
              onChange={(value) => onChange({ ...draft, values: { ...draft.values, [bid.bidId]: value } })}
            />
          </div>
        </fieldset>
      ))}
    </>
  )
}
