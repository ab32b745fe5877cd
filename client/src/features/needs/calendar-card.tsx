import { useTranslation } from 'react-i18next'
import { hasNegotiation } from '@mutuo/shared/needs/need.rules.ts'
import type { NeedState, NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { voteOpening } from '../../platform/vote-opening.ts'
import { Card } from '../../ui/card.tsx'
import { Rail, type RailStep } from '../../ui/rail.tsx'
import { When } from '../../ui/when.tsx'

const order = ['gathering', 'bidding', 'negotiating', 'voting', 'awarded'] as const satisfies readonly NeedState[]

/** The dates that bind, one after the other. */
export const CalendarCard = ({ need: { state, content } }: { need: NeedView }) => {
  const { t } = useTranslation('needs')
  const phases = order.filter((phase) => phase !== 'negotiating' || hasNegotiation(content))
  const now = state === 'done' ? phases.length : phases.findIndex((phase) => phase === state)
  const isOver = state === 'expired' || state === 'cancelled'
  const dates = {
    gathering: content.gatheringClosesAt,
    bidding: content.bidsCloseAt,
    negotiating: voteOpening(content),
    voting: content.voteClosesAt,
    awarded: content.startsOn,
  }
  const steps = phases.map((key, index): RailStep => {
    const at = dates[key]
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
