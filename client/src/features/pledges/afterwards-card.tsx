import { useTranslation } from 'react-i18next'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { day, dayTime } from '../../platform/format.ts'
import { voteOpening } from '../../platform/vote-opening.ts'
import { Callout } from '../../ui/callout.tsx'
import { Card } from '../../ui/card.tsx'
import { Rail, type RailStep } from '../../ui/rail.tsx'

/** What happens from today to the charge. */
export const AfterwardsCard = ({ need: { content }, isCardSaved = false }: { need: NeedView; isCardSaved?: boolean }) => {
  const { t } = useTranslation('pledges')
  const steps: RailStep[] = [
    {
      key: 'today',
      look: isCardSaved ? 'done' : 'now',
      title: t('after.today', { day: day(new Date(), { weekday: true }) }),
      children: <p>{t(isCardSaved ? 'after.cardSaved' : 'after.todayText')}</p>,
    },
    {
      key: 'until',
      look: isCardSaved ? 'now' : 'todo',
      title: t('after.until', { at: dayTime(content.gatheringClosesAt, { weekday: true }) }),
      children: <p>{t('after.untilText')}</p>,
    },
    {
      key: 'vote',
      look: 'todo',
      title: t('after.vote', { from: day(voteOpening(content)), to: day(content.voteClosesAt) }),
      children: <p>{t('after.voteText')}</p>,
    },
    {
      key: 'charge',
      look: 'todo',
      title: t('after.charge', { day: day(content.voteClosesAt, { weekday: true }) }),
      children: <p>{t('after.chargeText')}</p>,
    },
  ]
  return (
    <Card data-place={6} aria-labelledby="ensuite">
      <h2 id="ensuite">{t('after.title')}</h2>
      <Rail steps={steps} label={t('after.title')} />
      <Callout>{t('after.nothing')}</Callout>
    </Card>
  )
}
