import { useTranslation } from 'react-i18next'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { daysLeft, money } from '../../platform/format.ts'
import { voteOpening } from '../../platform/vote-opening.ts'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Figure } from '../../ui/figure.tsx'
import { SharesBar } from '../../ui/shares-bar.tsx'
import { equalSegments } from '../../ui/shares-card.tsx'
import { useNow, When } from '../../ui/when.tsx'
import classes from './need.module.css'

/** What is promised, what is missing, and until when. */
export const FundingCard = ({ need }: { need: NeedView }) => {
  const { t } = useTranslation('needs')
  const { funding, firms } = need
  const marks = firms.filter(({ standing }) => standing !== 'interested').map(({ firm }) => firm)
  return (
    <Card aria-label={t('funding.title')}>
      <div className={classes['promised']}>
        <Figure after={t('funding.of', { target: funding.targetMinor })}>{money(funding.promisedMinor, { whole: true })}</Figure>
        <TimeLeft need={need} />
      </div>
      <SharesBar
        segments={equalSegments(marks, funding.firms, funding.promisedMinor)}
        total={Math.max(funding.targetMinor, funding.promisedMinor)}
        mark={{ at: funding.minimumMinor, text: t('funding.minimum', { minimum: funding.minimumMinor }) }}
        label={t('bar', {
          count: funding.firms,
          promised: funding.promisedMinor,
          target: funding.targetMinor,
          minimum: funding.minimumMinor,
        })}
      />
      <Saying need={need} />
    </Card>
  )
}

const deadlineOf = ({ state, content }: NeedView): string | null => {
  if (state === 'gathering') return content.gatheringClosesAt
  if (state === 'bidding') return content.bidsCloseAt
  if (state === 'negotiating') return voteOpening(content)
  return state === 'voting' ? content.voteClosesAt : null
}

const TimeLeft = ({ need }: { need: NeedView }) => {
  const { t } = useTranslation('needs')
  const now = useNow()
  const at = deadlineOf(need)
  if (!at) return null
  const left = daysLeft(at, now)
  return (
    <Chip tone={left <= 9 ? 'ocre' : 'plain'}>
      {left === 0 ? t('funding.lastDay') : t('funding.left', { count: left })} <When at={at} />
    </Chip>
  )
}

const Saying = ({ need: { state, funding, hints } }: { need: NeedView }) => {
  const { t } = useTranslation('needs')
  if (state !== 'gathering')
    return (
      <p className={classes['say']}>
        <strong>{t(`funding.${state === 'draft' || state === 'review' ? 'notYet' : 'closed'}`, { count: funding.firms })}</strong>
      </p>
    )
  const hint = hints.find(({ code }) => code === 'FIRMS_MISSING')
  return (
    <p className={classes['say']} role="status">
      <strong>{funding.isMinimumReached ? t('funding.reached') : t('funding.missing', { count: funding.firmsMissing })}</strong>{' '}
      {hint &&
        hint.pledges > 0 &&
        hint.firms !== funding.firmsMissing &&
        t('funding.hint', { count: hint.pledges, firms: t('funding.moreFirms', { count: hint.firms }) })}
    </p>
  )
}
