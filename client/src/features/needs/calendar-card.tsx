import { useTranslation } from 'react-i18next'
import type { NeedState, NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { Card } from '../../ui/card.tsx'
import { Rail, type RailStep } from '../../ui/rail.tsx'
import { When } from '../../ui/when.tsx'

const order: readonly NeedState[] = ['gathering', 'bidding', 'voting', 'awarded']

/** The dates that bind, one after the other. */
export const CalendarCard = ({ need: { state, content } }: { need: NeedView }) => {
  const { t } = useTranslation('needs')
  const now = state === 'done' ? order.length : order.indexOf(state)
  const isOver = state === 'expired' || state === 'cancelled'
  const dates = [content.gatheringClosesAt, content.bidsCloseAt, content.voteClosesAt, content.startsOn]
  const steps = order.map((key, index): RailStep => {
    const at = dates[index]!
    return {
      key,
      look: isOver ? 'skipped' : index < now ? 'done' : index === now ? 'now' : 'todo',
      title: t(`calendar.${key}.title`),
      children: (
        <p className="muted">
          {t(`calendar.${key}.${key === 'awarded' ? 'from' : 'until'}`)} <When at={at} as={key === 'awarded' ? 'day' : 'dayTime'} weekday />
        </p>
      ),
    }
  })
  return (
    <Card aria-labelledby="calendrier">
      <h2 id="calendrier">{t('calendar.title')}</h2>
      <Rail steps={steps} label={t('calendar.title')} />
    </Card>
  )
}
