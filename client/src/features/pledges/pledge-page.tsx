import { useState } from 'react'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { getNeed } from '@mutuo/shared/needs/need.endpoints.ts'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { getOrganisation } from '@mutuo/shared/organisations/organisation.endpoints.ts'
import { getPledge } from '@mutuo/shared/pledges/pledge.endpoints.ts'
import type { PledgeView } from '@mutuo/shared/pledges/pledge.schema.ts'
import { paths } from '../../platform/paths.ts'
import { sentenceOf } from '../../platform/problem-text.ts'
import { useSession } from '../../platform/session.tsx'
import { keyOf, useAnswer } from '../../platform/use-endpoint.ts'
import { useLive } from '../../platform/use-live.ts'
import { abilityFor } from '../../ui/ability-button.tsx'
import { NoticePage } from '../../ui/notice-page.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { LoadingPage } from '../../ui/loading.tsx'
import { LockedPledge } from './locked-pledge.tsx'
import { PledgeSteps } from './pledge-steps.tsx'
import type { OwnFirm } from './step-props.ts'
import { WithdrawnPledge } from './withdrawn-pledge.tsx'

/** A firm's promise for one need, in three steps; or, once it is made, what became of it. */
export const PledgePage = () => {
  const { needId = '' } = useParams()
  const { active } = useSession()
  const query = useAnswer(getNeed, { needId })
  const own = useAnswer(getOrganisation, { organisationId: active?.id ?? '' }, { enabled: active !== null })
  useLive(`need:${needId}`, [keyOf(getNeed, { needId }), keyOf(getPledge)])
  return (
    <Loaded query={query} loading={<LoadingPage />}>
      {(need) => (
        <Loaded query={own} loading={<LoadingPage />}>
          {({ units, colour, name }) => <OwnPledge need={need} firm={{ units, colour, name }} />}
        </Loaded>
      )}
    </Loaded>
  )
}

const OwnPledge = ({ need, firm }: { need: NeedView; firm: OwnFirm }) => {
  const { t } = useTranslation('pledges')
  const [withdrawn, setWithdrawn] = useState<PledgeView | null>(null)
  const pledgeId = need.myPledgeId
  const query = useAnswer(getPledge, { pledgeId: pledgeId ?? '' }, { enabled: pledgeId !== undefined })
  const join = abilityFor(need.abilities, 'join')
  if (withdrawn) return <WithdrawnPledge need={need} pledge={withdrawn} onBack={() => setWithdrawn(null)} />
  if (pledgeId)
    return (
      <Loaded query={query} loading={<LoadingPage />}>
        {(pledge) => {
          const isOpen = need.state === 'gathering' && (pledge.state === 'draft' || pledge.state === 'ready')
          return isOpen ? (
            <PledgeSteps need={need} firm={firm} pledge={pledge} onWithdrawn={setWithdrawn} />
          ) : (
            <LockedPledge need={need} pledge={pledge} />
          )
        }}
      </Loaded>
    )
  if (join?.allowed) return <PledgeSteps need={need} firm={firm} pledge={undefined} onWithdrawn={setWithdrawn} />
  return (
    <NoticePage
      title={t('closed.title')}
      text={sentenceOf(join?.reason ?? 'NEED_NOT_OPEN', join?.params)}
      actions={
        <>
          {join?.reason === 'NOT_A_MEMBER' && (
            <Button component={Link} to={paths.group(need.group.id)}>
              {t('closed.group')}
            </Button>
          )}
          <Button component={Link} to={paths.need(need.id)} variant="outline">
            {t('back')}
          </Button>
        </>
      }
    />
  )
}
