import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import type { PledgeView } from '@mutuo/shared/pledges/pledge.schema.ts'
import { paths } from '../../platform/paths.ts'
import { StateBadge } from '../../platform/state-badge.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Page } from '../../ui/page.tsx'
import { PledgeSummary } from './pledge-summary.tsx'

/** A promise that cannot be changed any more: what it is, and what follows. */
export const LockedPledge = ({ need, pledge }: { need: NeedView; pledge: PledgeView }) => {
  const { t } = useTranslation('pledges')
  return (
    <Page
      title={t('locked.title')}
      narrow
      back={{ to: paths.need(need.id), label: t('back') }}
      chips={<StateBadge process="pledge" state={pledge.state} />}
      lead={need.content.title}
    >
      <Callout>{t(`locked.${pledge.state}`)}</Callout>
      <PledgeSummary pledge={pledge} />
      <div className="row">
        <Button component={Link} to={paths.need(need.id)}>
          {t('done.see')}
        </Button>
      </div>
    </Page>
  )
}
