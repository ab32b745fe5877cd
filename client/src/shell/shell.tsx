import { Suspense, type ReactNode } from 'react'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, Navigate, Outlet, ScrollRestoration, useLocation, useMatches } from 'react-router'
import { LocaleSwitch } from './locale-switch.tsx'
import { ConnectionBanner } from './connection-banner.tsx'
import { homeFor, placesFor } from '../platform/navigation.ts'
import type { PageAccess } from '../platform/lazy-page.ts'
import { paths } from '../platform/paths.ts'
import { useSession } from '../platform/session.tsx'
import { Footer } from '../ui/footer.tsx'
import { Header } from '../ui/header.tsx'
import { LoadingPage } from '../ui/loading.tsx'
import classes from './shell.module.css'

type Slots = { bell?: ReactNode; account?: ReactNode; menuEnd?: ReactNode; overlays?: ReactNode }

/** What surrounds every page: skip link, header, the page if its reader may see it, footer. */
export const Shell = ({ bell, account, menuEnd, overlays }: Slots) => {
  const { t } = useTranslation()
  const session = useSession()
  const home = homeFor(session)
  const items = placesFor(session).map(({ key, ...place }) => ({ ...place, label: t(`nav.${key}`) }))
  return (
    <div className={classes['frame']}>
      <a className={classes['skip']} href="#contenu">
        {t('nav.skip')}
      </a>
      <Header
        home={home}
        items={items}
        end={
          session.isSignedIn ? (
            <Suspense>
              {bell}
              {account}
            </Suspense>
          ) : (
            session.isKnown && <VisitorActions />
          )
        }
        menuEnd={session.isSignedIn ? menuEnd : <VisitorLinks />}
      />
      {session.isSignedIn && <ConnectionBanner />}
      <main id="contenu" className={classes['main']}>
        <Gate />
      </main>
      <Footer
        home={home}
        links={['help', 'legal', 'privacy', 'accessibility'].map((key) => ({ to: paths[key as 'help'], label: t(`footer.${key}`) }))}
        end={<LocaleSwitch />}
      />
      {session.isSignedIn && <Suspense>{overlays}</Suspense>}
      <ScrollRestoration />
    </div>
  )
}

/** Sends to sign-in, or to the first steps, whoever opens a page that asks for more; they come back to it afterwards. */
const Gate = () => {
  const { isKnown, isSignedIn, active } = useSession()
  const { pathname, search } = useLocation()
  const access = useAccess()
  if (access !== 'anyone') {
    if (!isKnown) return <LoadingPage />
    const next = `?suite=${encodeURIComponent(pathname + search)}`
    if (!isSignedIn) return <Navigate to={paths.signIn + next} replace />
    if (access === 'organisation' && !active) return <Navigate to={paths.onboarding + next} replace />
  }
  return (
    <Suspense fallback={<LoadingPage />}>
      <Outlet />
    </Suspense>
  )
}

const useAccess = (): PageAccess => {
  const handles = useMatches().map(({ handle }) => (handle as { access?: PageAccess } | undefined)?.access)
  return handles.findLast((access) => access !== undefined) ?? 'organisation'
}

const VisitorActions = () => {
  const { t } = useTranslation()
  return (
    <>
      <Link className="link" to={paths.signIn}>
        {t('nav.signIn')}
      </Link>
      <span className={classes['signUp']}>
        <Button component={Link} to={paths.signUp} variant="outline">
          {t('nav.signUp')}
        </Button>
      </span>
    </>
  )
}

const VisitorLinks = () => {
  const { t } = useTranslation()
  return (
    <>
      <hr />
      <Link to={paths.signIn}>{t('nav.signIn')}</Link>
      <Link to={paths.signUp}>{t('nav.signUp')}</Link>
    </>
  )
}
