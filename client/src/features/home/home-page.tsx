import { useTranslation } from 'react-i18next'
import { Navigate } from 'react-router'
import { listNeeds } from '@mutuo/shared/needs/need.endpoints.ts'
import { paths } from '../../platform/paths.ts'
import { useSession } from '../../platform/session.tsx'
import { useAnswer } from '../../platform/use-endpoint.ts'
import { Doors } from './doors.tsx'
import { Hero } from './hero.tsx'
import { HowItWorks } from './how-it-works.tsx'
import { LiveNeed } from './live-need.tsx'
import { NearbyNeeds } from './nearby-needs.tsx'
import { Questions } from './questions.tsx'
import { WhoDoesWhat } from './who-does-what.tsx'
import { useTabTitle } from '../../ui/use-tab-title.ts'

/** The public page: one sentence a shopkeeper gets, a live need, what happens if it fails. */
export const HomePage = () => {
  const { t } = useTranslation('home')
  useTabTitle(t('tabTitle'))
  const { active } = useSession()
  const { data } = useAnswer(listNeeds, { state: 'gathering', sort: 'nearly_funded', limit: 12 })
  const [featured, ...others] = data?.items ?? []
  if (active) return <Navigate to={paths.desk} replace />
  return (
    <>
      <Hero place={featured?.commune} />
      {featured && <LiveNeed card={featured} />}
      <HowItWorks />
      <Doors />
      {others.length > 0 && (
        <NearbyNeeds cards={others.slice(0, 3)} total={data?.total ?? others.length + 1} place={featured?.commune ?? ''} />
      )}
      <Questions />
      <WhoDoesWhat cards={data?.items ?? []} />
    </>
  )
}
