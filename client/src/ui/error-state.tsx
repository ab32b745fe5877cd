import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { problemText } from '../platform/problem-text.ts'
import { Callout } from './callout.tsx'

/** What could not be shown, in one sentence, and a button to try again. */
export const ErrorState = ({ error, onRetry }: { error: unknown; onRetry?: () => void }) => {
  const { t } = useTranslation()
  return (
    <Callout
      tone="bad"
      live
      actions={
        onRetry && (
          <Button size="sm" variant="outline" color="red" leftSection={<IconRefresh className="ico" />} onClick={onRetry}>
            {t('actions.retry')}
          </Button>
        )
      }
    >
      <strong>{t('failed')}</strong> {problemText(error)}
    </Callout>
  )
}
