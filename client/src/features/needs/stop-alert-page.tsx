import { useState } from 'react'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { listAlerts, stopAlert } from '@mutuo/shared/needs/alert.endpoints.ts'
import { paths } from '../../platform/paths.ts'
import { problemText } from '../../platform/problem-text.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { NoticePage } from '../../ui/notice-page.tsx'
import { LinkButton } from './link-button.tsx'

/** From a letter: one click ends the alert. Opening the page alone does nothing, since mail programs open links by themselves. */
export const StopAlertPage = () => {
  const { t } = useTranslation('needs-finding')
  const { token = '' } = useParams()
  const [isStopped, setStopped] = useState(false)
  const stop = useAct(stopAlert, { invalidates: [keyOf(listAlerts)], onDone: () => setStopped(true) })
  if (isStopped)
    return (
      <NoticePage title={t('stop.done')} text={t('stop.doneText')} actions={<LinkButton to={paths.needs}>{t('stop.needs')}</LinkButton>} />
    )
  if (stop.error)
    return (
      <NoticePage
        title={t('stop.failed')}
        text={problemText(stop.error)}
        actions={<LinkButton to={paths.alerts}>{t('stop.alerts')}</LinkButton>}
      />
    )
  return (
    <NoticePage
      title={t('stop.title')}
      text={t('stop.text')}
      actions={
        <Button loading={stop.isPending} onClick={() => stop.mutate({ token })}>
          {t('stop.do')}
        </Button>
      }
    />
  )
}
