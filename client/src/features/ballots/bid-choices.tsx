import { useTranslation } from 'react-i18next'
import type { BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { FirmMark } from '../../ui/firm-mark.tsx'
import classes from './ballots.module.css'
import { BidLine } from './bid-line.tsx'
import { ObjectionNote } from './objection-note.tsx'
import type { Drafts, Paper } from './papers.ts'
import { Segments } from './segments.tsx'
import { bidsAtVote, type VoteDraft } from './vote-draft.ts'

type Props = { ballot: BallotView; papers: readonly Paper[]; drafts: Drafts; onChange: (key: string, draft: VoteDraft) => void }

const scores = [0, 1, 2, 3, 4, 5]
const yesNo = [1, 0]

/** One answer a bid and a firm: a score, an approval, or a consent. */
export const BidChoices = ({ ballot, papers, drafts, onChange }: Props) => {
  const { t } = useTranslation('ballots')
  const { method } = ballot.rules
  const isScore = method === 'score'
  const options = (isScore ? scores : yesNo).map((value) => ({
    value,
    label: isScore ? String(value) : t(`choice.${method}.${value === 1 ? 'yes' : 'no'}`),
  }))
  return (
    <>
      {bidsAtVote(ballot).map((bid) => (
        <fieldset key={bid.bidId} className={classes['bid']} aria-labelledby={`bid-${bid.bidId}`}>
          <BidLine bid={bid} needId={ballot.needId} headingId={`bid-${bid.bidId}`} />
          {isScore && (
            <p className={classes['ends']} aria-hidden="true">
              <span>{t('ends.low')}</span>
              <span>{t('ends.accept')}</span>
              <span>{t('ends.high')}</span>
            </p>
          )}
          {papers.map(({ key, firm, proxy }) => (
            <div key={key} className={classes['line']} data-many={papers.length > 1 ? '' : undefined}>
              <span>
                <FirmMark of={firm} size="sm" />
                {firm.name}
              </span>
              <Segments
                name={`${key}-${bid.bidId}`}
                label={
                  proxy
                    ? t(`choice.${method}.labelFor`, { name: bid.freelancer.name, firm: firm.name })
                    : t(`choice.${method}.label`, { name: bid.freelancer.name })
                }
                options={options}
                value={drafts[key]?.values[bid.bidId]}
                onChange={(value) => onChange(key, { ...drafts[key]!, values: { ...drafts[key]!.values, [bid.bidId]: value } })}
              />
            </div>
          ))}
          <ObjectionNote ballot={ballot} bidId={bid.bidId} />
        </fieldset>
      ))}
    </>
  )
}
