import { useState } from 'react'
import { Button } from '@mantine/core'
import { IconClock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { SharePayment } from '@mutuo/shared/billing/billing.schema.ts'
import { paths } from '../../platform/paths.ts'
import { StateBadge } from '../../platform/state-badge.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Page } from '../../ui/page.tsx'
import { toastProblem } from '../../ui/toast.ts'
import { ShareSummary } from './share-summary.tsx'

type Props = { share: SharePayment; isAsking: boolean; onRefresh: () => Promise<void> }

/** The bank has not said yes or no: never shown as failed, never paid twice. */
export const WaitingShare = ({ share, isAsking, onRefresh }: Props) => {
  const { t } = useTranslation('billing')
  const [isRefreshing, setRefreshing] = useState(false)
  const refresh = () => {
    setRefreshing(true)
    onRefresh()
      .catch(toastProblem)
      .finally(() => setRefreshing(false))
  }
  const isRise = share.amendmentTurn !== undefined
  const isPlanned = share.state === 'planned' && !isAsking
  return (
    <Page
      title={t(isPlanned ? (isRise ? 'rise.planned' : 'waiting.planned') : 'waiting.title')}
      narrow
      chips={<StateBadge process="share" state={share.state} />}
      lead={share.missionTitle}
    >
      <Callout live icon={<IconClock />}>
        {t(isPlanned ? (isRise ? 'rise.plannedText' : 'waiting.plannedText') : 'waiting.text')}
      </Callout>
      <ShareSummary share={share} />
      <div className="row">
        {!isPlanned && (
          <Button loading={isRefreshing || isAsking} onClick={refresh}>
            {t('waiting.refresh')}
          </Button>
        )}
        {share.isMissionOpen && (
          <Button component={Link} to={paths.mission(share.missionId)} variant="outline">
            {t('toMission')}
          </Button>
        )}
      </div>
    </Page>
  )
}
