import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isRouteErrorResponse, useRouteError } from 'react-router'
import { NotFound } from './not-found.tsx'
import { Callout } from '../ui/callout.tsx'
import { Page } from '../ui/page.tsx'

/** A page that could not be drawn or fetched (often: a new version was published meanwhile). */
export const RouteError = () => {
  const error = useRouteError()
  const { t } = useTranslation()
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />
  return (
    <Page title={t('pageFailed.title')} narrow>
      <Callout tone="ocre" live>
        {t('pageFailed.text')}
      </Callout>
      <div className="row">
        <Button onClick={() => window.location.reload()}>{t('actions.reload')}</Button>
        <Button variant="subtle" component="a" href="/">
          {t('actions.home')}
        </Button>
      </div>
    </Page>
  )
}
