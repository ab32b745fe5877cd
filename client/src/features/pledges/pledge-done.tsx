import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import type { PledgeView } from '@mutuo/shared/pledges/pledge.schema.ts'
import { dayTime } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { Card } from '../../ui/card.tsx'
import { Page } from '../../ui/page.tsx'
import { Seats } from '../../ui/shares-ring.tsx'
import { TwoColumns } from '../../ui/two-columns.tsx'
import { AfterwardsCard } from './afterwards-card.tsx'
import { PledgeSummary } from './pledge-summary.tsx'
import classes from './pledges.module.css'

/** It is done: a seat more at the table, and the one thing that helps now, a neighbour. */
export const PledgeDone = ({ need, pledge }: { need: NeedView; pledge: PledgeView }) => {
  const { t } = useTranslation('pledges')
  const { firmsJoined, comesInNow } = pledge.preview
  const missing = need.funding.firmsMissing
  return (
    <Page
      title={t('done.title')}
      back={{ to: paths.need(need.id), label: t('back') }}
      lead={t('done.lead', { until: dayTime(need.content.gatheringClosesAt, { weekday: true }) })}
    >
      <TwoColumns aside={<PledgeSummary pledge={pledge} />}>
        <Card plain className={classes['done']}>
          <Seats filled={firmsJoined} seats={Math.max(firmsJoined, need.funding.targetFirms)} size={150} />
          <div className="stack tight">
            <h2>{t('done.seats', { count: firmsJoined })}</h2>
            <p>{comesInNow ? t('done.in') : missing > 0 ? t('done.missing', { count: missing }) : t('done.waits')}</p>
            <div className="row">
              <Button component={Link} to={paths.need(need.id)}>
                {t('done.see')}
              </Button>
              <Button component={Link} to={paths.needPoster(need.id)} variant="outline">
                {t('done.invite')}
              </Button>
              <Button component={Link} to="?etape=2" variant="subtle">
                {t('done.change')}
              </Button>
            </div>
          </div>
        </Card>
        <AfterwardsCard need={need} isCardSaved />
      </TwoColumns>
    </Page>
  )
}
