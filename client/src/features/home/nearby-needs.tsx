import { IconArrowRight, IconCheck, IconClock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { NeedCard } from '@mutuo/shared/needs/need.schema.ts'
import { daysLeft, money } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { Chip } from '../../ui/chip.tsx'
import { equalSegments, SharesCard, SharesCards } from '../../ui/shares-card.tsx'
import classes from './home.module.css'

export const NearbyNeeds = ({ cards, total, place }: { cards: readonly NeedCard[]; total: number; place: string }) => {
  const { t } = useTranslation('home')
  return (
    <section className={classes['band']} aria-labelledby="aussi">
      <div className={classes['lede']}>
        <h2 id="aussi">{t('nearby.title', { place })}</h2>
        <Link className="link" to={paths.needs}>
          {t('nearby.all', { count: total })} <IconArrowRight className="ico" aria-hidden="true" />
        </Link>
      </div>
      <SharesCards>
        {cards.map((card) => (
          <li key={card.id}>
            <Nearby card={card} />
          </li>
        ))}
      </SharesCards>
    </section>
  )
}

const Nearby = ({ card }: { card: NeedCard }) => {
  const { t } = useTranslation('home')
  const { funding } = card
  const skill = card.skills[0]
  return (
    <SharesCard
      to={paths.need(card.id)}
      title={card.title}
      place={card.commune}
      chips={
        <>
          {skill && <Chip tone="plain">{t(`skills:${skill}`)}</Chip>}
          <Chip tone="plain" icon={<IconClock aria-hidden="true" />}>
            {t('common:unit.days', { count: daysLeft(card.closesAt) })}
          </Chip>
        </>
      }
      bar={{
        segments: equalSegments(card.marks, funding.firms, funding.promisedMinor),
        total: funding.targetMinor,
        mark: { at: funding.minimumMinor },
        label: t('live.bar', {
          count: funding.firms,
          promised: funding.promisedMinor,
          target: funding.targetMinor,
          minimum: funding.minimumMinor,
        }),
      }}
      marks={card.marks}
      open={!funding.isMinimumReached}
      status={
        funding.isMinimumReached ? (
          <Chip tone="ok" icon={<IconCheck aria-hidden="true" />}>
            {t('nearby.reached')}
          </Chip>
        ) : (
          t('nearby.missing', { count: funding.firmsMissing })
        )
      }
      part={{
        label: t('nearby.part'),
        note: t('nearby.note', { firms: card.myShareFirms, bids: t('common:unit.bids', { count: card.bidCount }) }),
        price: `${money(card.myShareMinor, { whole: true })} ${t('common:tax.net')}`,
      }}
    />
  )
}
