import { IconCheck, IconClock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { NeedCard as Card } from '@mutuo/shared/needs/need.schema.ts'
import { daysLeft, money } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { useSession } from '../../platform/session.tsx'
import { StateBadge } from '../../platform/state-badge.tsx'
import { Chip } from '../../ui/chip.tsx'
import { equalSegments, SharesCard } from '../../ui/shares-card.tsx'

/** Days before the end from which time is short. */
const soon = 4

/** A need in a list: who is in, who is missing, until when, and what the reader would pay, or each firm where the reader is none. */
export const NeedCard = ({ card }: { card: Card }) => {
  const { t } = useTranslation('needs')
  const { funding } = card
  const isOpen = card.state === 'gathering'
  const { active } = useSession()
  const isFirm = active === null || active.kind === 'sme'
  return (
    <SharesCard
      to={paths.need(card.id)}
      title={card.title}
      place={card.distanceKm === undefined ? card.commune : t('card.far', { place: card.commune, km: card.distanceKm })}
      chips={<Chips card={card} />}
      bar={{
        segments: equalSegments(card.marks, funding.firms, funding.promisedMinor),
        total: Math.max(funding.targetMinor, funding.promisedMinor),
        mark: { at: funding.minimumMinor },
        label: t('bar', {
          count: funding.firms,
          promised: funding.promisedMinor,
          target: funding.targetMinor,
          minimum: funding.minimumMinor,
        }),
      }}
      marks={card.marks}
      count={funding.firms}
      open={isOpen && !funding.isMinimumReached}
      status={<Status card={card} />}
      part={{
        label: t(isFirm ? (card.isParticipating && !isOpen ? 'card.myPart' : 'card.estimate') : 'card.each'),
        note: t(isFirm && !card.isParticipating ? 'card.note' : 'card.noteIn', {
          firms: card.myShareFirms,
          bids: t('common:unit.bids', { count: card.bidCount }),
        }),
        price: `${money(card.myShareMinor, { whole: true })} ${t('common:tax.net')}`,
      }}
    />
  )
}

const Chips = ({ card }: { card: Card }) => {
  const { t } = useTranslation('needs')
  const skill = card.skills[0]
  const left = daysLeft(card.closesAt)
  return (
    <>
      {skill && <Chip tone="plain">{t(`skills:${skill}`)}</Chip>}
      {card.state === 'gathering' ? (
        <Chip tone={left <= soon ? 'ocre' : 'plain'} icon={<IconClock aria-hidden="true" />}>
          {left === 0 ? t('card.lastDay') : t('common:unit.days', { count: left })}
        </Chip>
      ) : (
        <StateBadge process="need" state={card.state} />
      )}
    </>
  )
}

const Status = ({ card }: { card: Card }) => {
  const { t } = useTranslation('needs')
  const ok = (text: string) => (
    <Chip tone="ok" icon={<IconCheck aria-hidden="true" />}>
      {text}
    </Chip>
  )
  if (card.isParticipating) return ok(t('card.in'))
  if (card.funding.isMinimumReached) return ok(t('card.reached'))
  return <b>{t('card.missing', { count: card.funding.firmsMissing })}</b>
}
