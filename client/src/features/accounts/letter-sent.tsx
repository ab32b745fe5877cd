import { Button } from '@mantine/core'
import { Trans, useTranslation } from 'react-i18next'
import { resendConfirmation } from '@mutuo/shared/accounts/account.endpoints.ts'
import { useAct } from '../../platform/use-endpoint.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { toastDone, toastProblem } from '../../ui/toast.ts'

/** After sign-up: the same words whether the address was known or not. */
export const LetterSent = ({ email }: { email: string }) => {
  const { t } = useTranslation('accounts')
  const act = useAct(resendConfirmation, { onDone: () => toastDone(t('confirm.sentAgain')) })
  return (
    <Page title={t('sent.title')} narrow>
      <EmptyState
        title={t('sent.subtitle')}
        text={<Trans t={t} i18nKey="sent.text" values={{ email }} components={{ strong: <strong /> }} />}
        seats={{ filled: 1, seats: 6 }}
        actions={
          <Button variant="outline" loading={act.isPending} onClick={() => act.mutate({ email }, { onError: toastProblem })}>
            {t('confirm.sendAgain')}
          </Button>
        }
      />
    </Page>
  )
}
