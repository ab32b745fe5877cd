import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { getAssociationDesk } from '@mutuo/shared/administration/administration.endpoints.ts'
import type { AssociationDesk } from '@mutuo/shared/administration/desk.schema.ts'
import { day } from '../../../platform/format.ts'
import { paths } from '../../../platform/paths.ts'
import { ReportedReviews } from '../../../platform/reviews/reported-reviews.tsx'
import { useSession } from '../../../platform/session.tsx'
import { spelled } from '../../../platform/spelled.ts'
import { keyOf, useAnswer } from '../../../platform/use-endpoint.ts'
import { useLive } from '../../../platform/use-live.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { LoadedPage } from '../../../ui/loaded-page.tsx'
import { Page } from '../../../ui/page.tsx'
import { TwoColumns } from '../../../ui/two-columns.tsx'
import { useNow } from '../../../ui/when.tsx'
import { DeadlinesCard } from './deadlines-card.tsx'
import classes from './desk.module.css'
import { FiguresCard } from './figures-card.tsx'
import { FreezeCard } from './freeze-card.tsx'
import { GroupsSection } from './groups-section.tsx'
import { MembershipsCard } from './memberships-card.tsx'
import { MoneyCard } from './money-card.tsx'
import { partOfDay } from './part-of-day.ts'
import { TasksCard } from './tasks-card.tsx'

/** The association's morning: what waits, until when, what it came to, where the money is, and who asks to join. */
export const AssociationDeskPage = () => {
  const { user, active } = useSession()
  const keys = [keyOf(getAssociationDesk)]
  useLive(active ? `organisation:${active.id}` : undefined, keys)
  useLive(user ? `user:${user.id}` : undefined, keys)
  return <LoadedPage query={useAnswer(getAssociationDesk, {})}>{(desk) => <Desk desk={desk} />}</LoadedPage>
}

const Desk = ({ desk }: { desk: AssociationDesk }) => {
  const { t } = useTranslation('administration-desk')
  const { groups, tasks } = desk
  const title = useTitle(tasks.length)
  const today = day(useNow(), { weekday: true, year: true })
  const lead = `${desk.association.name} · ${today} · ${t('groupCount', { count: groups.length, spelled: spelled(groups.length).replace(/^une$/, 'un') })}`
  if (groups.length === 0)
    return (
      <Page title={t('empty.title')} lead={desk.association.name}>
        <EmptyState
          title={t('empty.subtitle')}
          text={t('empty.text')}
          actions={
            <Button component={Link} to={paths.newGroup}>
              {t('groups.create')}
            </Button>
          }
        />
      </Page>
    )
  return (
    <Page title={title} lead={lead}>
      <TwoColumns aside={<FiguresCard figures={desk.figures} />}>
        <TasksCard desk={desk} />
        <DeadlinesCard deadlines={desk.deadlines} />
        <ReportedReviews quiet />
      </TwoColumns>
      <GroupsSection desk={desk} />
      <MoneyCard groups={groups} money={desk.money} />
      <div className={classes['pair']}>
        <MembershipsCard pending={desk.pendingMemberships} />
        <FreezeCard groups={groups} />
      </div>
    </Page>
  )
}

const useTitle = (count: number) => {
  const { t } = useTranslation('administration-desk')
  const when = t(`when.${partOfDay(useNow())}`)
  return count === 0 ? t('title.none', { when }) : t('title.waits', { count, when, spelled: spelled(count, { capital: true }) })
}
