import {
  IconCalendarPlus,
  IconCheck,
  IconCircleX,
  IconCoinEuro,
  IconFlag,
  IconHammer,
  IconPencil,
  IconScale,
  IconTicket,
  IconTrophy,
  type Icon,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { MessageCard, MessageView } from '@mutuo/shared/chat/message.schema.ts'
import { paths } from '../../platform/paths.ts'
import { When } from '../../ui/when.tsx'
import { positionOf, type Subject } from './use-subject.ts'
import classes from './message.module.css'

const icons: Record<string, Icon> = {
  'need.bidding_opened': IconHammer,
  'need.extended': IconCalendarPlus,
  'ballot.opened': IconTicket,
  'ballot.second_round': IconTicket,
  'ballot.held': IconScale,
  'ballot.closed': IconTicket,
  'ballot.tied': IconScale,
  'mission.awarded': IconTrophy,
  'mission.started': IconFlag,
  'milestone.delivered': IconFlag,
  'milestone.accepted': IconCheck,
  'milestone.changes_requested': IconPencil,
  'milestone.released': IconCoinEuro,
  'mission.completed': IconCheck,
  'mission.cancelled': IconCircleX,
}

const addressOf = ({ kind, id, missionId }: MessageCard, { need }: Subject): string | undefined => {
  if (kind === 'milestone') return missionId && paths.mission(missionId)
  if (kind === 'mission') return paths.mission(id)
  if (!need) return undefined
  return kind === 'ballot' ? paths.ballot(need.id, id) : paths.need(need.id)
}

/** What happened, in one line, with the way to the page where it is. */
export const CardLine = ({ message, card, subject }: { message: MessageView; card: MessageCard; subject: Subject }) => {
  const { t } = useTranslation('chat')
  const { mission } = subject
  const milestone = mission?.milestones.find(({ id }) => id === card.id)
  const name =
    milestone && mission
      ? t('milestone.name', { position: positionOf(mission, milestone.id), title: milestone.title })
      : t('milestone.unnamed')
  const IconOf = icons[card.event] ?? IconFlag
  const to = addressOf(card, subject)
  return (
    <div className={classes['event']} data-seq={message.seq} data-id={message.id} tabIndex={-1}>
      <IconOf className="ico" aria-hidden="true" />
      <p>
        {t(`event.${card.event}`, { milestone: name, who: mission?.freelancer.name ?? t('milestone.freelancer') })}{' '}
        <small>
          <When at={message.at} as="time" />
        </small>{' '}
        {to && <Link to={to}>{t(`see.${card.kind}`)}</Link>}
      </p>
    </div>
  )
}
