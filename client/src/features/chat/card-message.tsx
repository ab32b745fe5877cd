import type { MessageCard, MessageView } from '@mutuo/shared/chat/message.schema.ts'
import { BallotCard } from './ballot-card.tsx'
import { CardLine } from './card-line.tsx'
import { MilestoneCard } from './milestone-card.tsx'
import type { Subject } from './use-subject.ts'
import classes from './message.module.css'

type Props = { message: MessageView; card: MessageCard; subject: Subject; isLatest: boolean }

/** What the system says: a line, and under the last word about something that still waits, the thing itself. */
export const CardMessage = ({ message, card, subject, isLatest }: Props) => {
  const milestone = subject.mission?.milestones.find(({ id }) => id === card.id)
  const ballot = subject.ballot?.id === card.id ? subject.ballot : undefined
  return (
    <div className={classes['told']}>
      <CardLine message={message} card={card} subject={subject} />
      {isLatest && milestone?.state === 'delivered' && subject.mission && <MilestoneCard mission={subject.mission} milestone={milestone} />}
      {isLatest && ballot?.state === 'open' && <BallotCard ballot={ballot} />}
    </div>
  )
}
