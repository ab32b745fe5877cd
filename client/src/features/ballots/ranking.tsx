import { ActionIcon, Button } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import type { OrganisationMark } from '@mutuo/shared/organisations/organisation.schema.ts'
import { spelled } from '../../platform/spelled.ts'
import { FirmName } from '../../ui/firm-mark.tsx'
import classes from './ballots.module.css'
import { BidLine } from './bid-line.tsx'
import { NONE, type VoteDraft } from './vote-draft.ts'
import { ObjectionNote } from './objection-note.tsx'

/** `firm` where one person ranks for several; `forAnother` where it is not the reader's own, whose order may be taken over. */
type Props = {
  ballot: BallotView
  firm?: OrganisationMark | undefined
  forAnother?: { ownOrder: string[] | undefined } | undefined
  /** Nothing has been said on it yet. */
  isEmpty?: boolean
  draft: VoteDraft
  onChange: (draft: VoteDraft) => void
}

/** The bids in one's order, moved by buttons; what stands under the line is not accepted. */
export const Ranking = ({ ballot, firm, forAnother, isEmpty = false, draft, onChange }: Props) => {
  const { t } = useTranslation('ballots')
  const line = draft.order.indexOf(NONE)
  const ownOrder = forAnother?.ownOrder
  const move = (from: number, to: number) => {
    const order = [...draft.order]
    const [moved] = order.splice(from, 1)
    if (moved) order.splice(to, 0, moved)
    onChange({ ...draft, order })
  }
  const nameOf = (id: string) => ballot.bids.find((bid) => bid.bidId === id)?.freelancer.name ?? t('ranking.none')
  return (
    <div className={classes['paper']}>
      {firm && (
        <div className={classes['whose']}>
          <h3>
            <FirmName of={firm} />
          </h3>
          <div className="row">
            {ownOrder && ownOrder.join() !== draft.order.join() && (
              <Button size="sm" variant="subtle" onClick={() => onChange({ ...draft, order: ownOrder })}>
                {t('ranking.copy')}
                <span className="sr"> : {firm.name}</span>
              </Button>
            )}
            {isEmpty && (
              <Button size="sm" variant="subtle" onClick={() => onChange({ ...draft, isMeant: true })}>
                {t('ranking.refuseAll')}
                <span className="sr"> : {firm.name}</span>
              </Button>
            )}
          </div>
        </div>
      )}
      <ol className={classes['ranking']} aria-label={firm ? t('ranking.labelFor', { name: firm.name }) : t('ranking.label')}>
        {draft.order.map((id, index) => {
          const bid = ballot.bids.find((each) => each.bidId === id)
          return (
            <li key={id} data-line={bid ? undefined : ''} data-refused={index > line ? '' : undefined}>
              <span className={classes['rank']} aria-hidden="true">
                {bid && index < line ? index + 1 : ''}
              </span>
              {bid ? (
                <div className="stack tight">
                  <BidLine bid={bid} needId={ballot.needId} isBrief={ownOrder !== undefined} />
                  {!ownOrder && <ObjectionNote ballot={ballot} bidId={bid.bidId} />}
                </div>
              ) : (
                <b>{t('ranking.none')}</b>
              )}
              <div className={classes['moves']}>
                <Arrow
                  Icon={IconArrowUp}
                  label={t('ranking.up', { name: nameOf(id) })}
                  isOff={index === 0}
                  onClick={() => move(index, index - 1)}
                />
                <Arrow
                  Icon={IconArrowDown}
                  label={t('ranking.down', { name: nameOf(id) })}
                  isOff={index === draft.order.length - 1}
                  onClick={() => move(index, index + 1)}
                />
              </div>
            </li>
          )
        })}
      </ol>
      <p role="status">
        {!isEmpty && (
          <b>
            {firm && forAnother
              ? t('ranking.acceptedFor', { count: line, accepted: spelled(line), name: firm.name })
              : t('ranking.accepted', { count: line, accepted: spelled(line) })}
          </b>
        )}
      </p>
    </div>
  )
}

const Arrow = ({ Icon, label, isOff, onClick }: { Icon: typeof IconArrowUp; label: string; isOff: boolean; onClick: () => void }) => (
  <ActionIcon variant="outline" aria-label={label} disabled={isOff} onClick={onClick}>
    <Icon className="ico" aria-hidden="true" />
  </ActionIcon>
)
