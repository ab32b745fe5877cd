import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ActingFor } from '@mutuo/shared/accounts/account.schema.ts'
import { listMyGroups } from '@mutuo/shared/groups/group.endpoints.ts'
import { getPayoutAccount } from '@mutuo/shared/billing/billing.endpoints.ts'
import { getOrganisation } from '@mutuo/shared/organisations/organisation.endpoints.ts'
import { homeFor } from '../../platform/navigation.ts'
import { paths } from '../../platform/paths.ts'
import { useSession } from '../../platform/session.tsx'
import { useAnswer } from '../../platform/use-endpoint.ts'
import { Card } from '../../ui/card.tsx'
import { Page } from '../../ui/page.tsx'
import { Rail, type RailStep } from '../../ui/rail.tsx'
import { StateChip } from '../../ui/state-chip.tsx'

type Task = { key: string; isDone: boolean; to: string }

const useTasks = (active: ActingFor): Task[] => {
  const { data: groups } = useAnswer(listMyGroups, {}, { enabled: active.kind !== 'freelancer' })
  const { data: payouts } = useAnswer(getPayoutAccount, {}, { enabled: active.kind === 'freelancer' })
  const { data: organisation } = useAnswer(getOrganisation, { organisationId: active.id })
  const hasGroup = (groups?.items.length ?? 0) > 0
  const own = paths.organisation(active.id)
  const byKind: Record<ActingFor['kind'], Task[]> = {
    sme: [
      { key: 'joinGroup', isDone: hasGroup, to: paths.groups },
      { key: 'findNeed', isDone: false, to: paths.needs },
    ],
    freelancer: [
      { key: 'presentYourself', isDone: Boolean(organisation?.headline && organisation.skills.length > 0), to: own },
      { key: 'openPayouts', isDone: payouts?.status === 'active', to: paths.payouts },
      { key: 'findBid', isDone: false, to: paths.needs },
    ],
    association: [
      { key: 'createGroup', isDone: hasGroup, to: hasGroup ? paths.groups : paths.newGroup },
      { key: 'inviteFirms', isDone: false, to: paths.groups },
    ],
    funder: [],
  }
  return [{ key: 'account', isDone: true, to: paths.account }, { key: 'organisation', isDone: true, to: own }, ...byKind[active.kind]]
}

/** What is done and what comes next, with the way there. */
export const Checklist = ({ active }: { active: ActingFor }) => {
  const { t } = useTranslation('organisations')
  const session = useSession()
  const tasks = useTasks(active)
  const next = tasks.findIndex(({ isDone }) => !isDone)
  const steps = tasks.map(({ key, isDone, to }, index): RailStep => {
    const isNext = index === next
    return {
      key,
      look: isDone ? 'done' : isNext ? 'now' : 'todo',
      title: t(`checklist.${key}.title`),
      aside: (
        <StateChip look={isDone ? 'done' : isNext ? 'attention' : 'waiting'}>
          {t(isDone ? 'checklist.done' : isNext ? 'checklist.next' : 'checklist.todo')}
        </StateChip>
      ),
      children: (
        <>
          <p className="muted">{t(`checklist.${key}.text`)}</p>
          {!isDone && (
            <div className="row">
              <Button component={Link} to={to} size="sm" variant={isNext ? 'filled' : 'outline'}>
                {t(`checklist.${key}.go`)}
              </Button>
            </div>
          )}
        </>
      ),
    }
  })
  return (
    <Page title={t('checklist.title', { name: active.name })} lead={t('checklist.lead')} narrow>
      <Card>
        <Rail steps={steps} label={t('checklist.label')} as="h2" />
      </Card>
      <Link className="link" to={homeFor(session)}>
        {t('checklist.later')}
      </Link>
    </Page>
  )
}
