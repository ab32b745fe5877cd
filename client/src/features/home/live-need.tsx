import type { CSSProperties } from 'react'
import { Button } from '@mantine/core'
import { IconClock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { getNeed } from '@mutuo/shared/needs/need.endpoints.ts'
import type { NeedCard, PriceCurve } from '@mutuo/shared/needs/need.schema.ts'
import { daysLeft, money } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { useAnswer } from '../../platform/use-endpoint.ts'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Pile } from '../../ui/firm-mark.tsx'
import { SharesBar } from '../../ui/shares-bar.tsx'
import { equalSegments } from '../../ui/shares-card.tsx'
import { When } from '../../ui/when.tsx'
import classes from './home.module.css'

/** A need that gathers right now, with what one pays for each number of firms. */
export const LiveNeed = ({ card }: { card: NeedCard }) => {
  const { t } = useTranslation('home')
  const { data: need } = useAnswer(getNeed, { needId: card.id })
  return (
    <section className={classes['band']} aria-labelledby="en-ce-moment">
      <div className={classes['lede']}>
        <h2 id="en-ce-moment">{t('live.title', { place: card.commune })}</h2>
        <Chip tone="ocre" icon={<IconClock aria-hidden="true" />}>
          {t('live.left', { count: daysLeft(card.closesAt) })} <When at={card.closesAt} />
        </Chip>
      </div>
      <Card plain className={classes['live']}>
        <Gathering card={card} />
        {need && <Fall curve={need.curve} bidCount={need.bidCount} />}
      </Card>
    </section>
  )
}

const Gathering = ({ card }: { card: NeedCard }) => {
  const { t } = useTranslation('home')
  const { funding } = card
  return (
    <div>
      <h3>{card.title}</h3>
      <p className="row muted">
        <Pile marks={card.marks} size="md" open />
        {t('live.engaged', { count: funding.firms })}
      </p>
      <div>
        <p className={classes['promised']}>
          <b>{money(funding.promisedMinor, { whole: true })}</b>{' '}
          <span className="muted">{t('live.promised', { target: funding.targetMinor })}</span>
        </p>
        <SharesBar
          segments={equalSegments(card.marks, funding.firms, funding.promisedMinor)}
          total={funding.targetMinor}
          mark={{ at: funding.minimumMinor, text: t('live.minimum', { minimum: funding.minimumMinor }) }}
          label={t('live.bar', {
            count: funding.firms,
            promised: funding.promisedMinor,
            target: funding.targetMinor,
            minimum: funding.minimumMinor,
          })}
        />
      </div>
      <p className={classes['say']}>
        <strong>{funding.isMinimumReached ? t('live.reached') : t('live.missing', { count: funding.firmsMissing })}</strong>
      </p>
      <div className="row">
        <Button component={Link} to={paths.need(card.id)}>
          {t('live.see')}
        </Button>
      </div>
    </div>
  )
}

/** At most five lines: what one pays alone, now, with the reader, and beyond. */
const linesOf = ({ points }: PriceCurve) => {
  const now = points.findIndex(({ isNow }) => isNow)
  const next = points[now + 1]
  const chosen = [points[0], points[now - 1], points[now], next, points.at(-1)].filter((point) => point !== undefined)
  return [...new Map(chosen.map((point) => [point.firms, { ...point, isNext: point === next }])).values()].sort((a, b) => a.firms - b.firms)
}

const Fall = ({ curve, bidCount }: { curve: PriceCurve; bidCount: number }) => {
  const { t } = useTranslation('home')
  const lines = linesOf(curve)
  const highest = Math.max(1, ...lines.map(({ myShareMinor }) => myShareMinor))
  const name = ({ firms, isNext }: (typeof lines)[number]) =>
    firms === 1 ? t('live.alone') : isNext ? t('live.withYou', { firms }) : t('common:unit.firms', { count: firms })
  return (
    <div>
      <h3>{t('live.fall')}</h3>
      <table className={classes['fall']}>
        <caption className="sr">{t('live.fallCaption')}</caption>
        <thead className="sr">
          <tr>
            <th scope="col">{t('live.firms')}</th>
            <td />
            <th scope="col">{t('live.part')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.firms} data-here={line.isNext ? '' : undefined}>
              <th scope="row">{name(line)}</th>
              <td aria-hidden="true">
                <i style={{ '--part': line.myShareMinor, '--most': highest } as CSSProperties} />
              </td>
              <td className="num">{money(line.myShareMinor, { whole: true })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted">{curve.basis === 'bid' ? t('live.fromBids', { count: bidCount }) : t('live.fromTarget')}</p>
    </div>
  )
}
