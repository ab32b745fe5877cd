import { useCallback, useState } from 'react'
import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { IconExternalLink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { getPaymentMethod, refreshPaymentMethod, removePaymentMethod, startCardSetup } from '@mutuo/shared/billing/billing.endpoints.ts'
import { call } from '../../platform/api.ts'
import { capitalised, day } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { problemText, sentenceOf } from '../../platform/problem-text.ts'
import { useSession } from '../../platform/session.tsx'
import { keyOf, useAct, useAnswer } from '../../platform/use-endpoint.ts'
import { useHostedReturn } from '../../platform/use-hosted-return.ts'
import { Callout } from '../../ui/callout.tsx'
import { Card } from '../../ui/card.tsx'
import { CardLine } from '../../ui/card-line.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { DisabledAction } from '../../ui/disabled-action.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { Ticks } from '../../ui/ticks.tsx'
import { toastDone, toastProblem } from '../../ui/toast.ts'

/** The firm's card: which one it is, another in its place, or none. */
export const PaymentMethodPage = () => {
  const { t } = useTranslation('billing')
  const { active } = useSession()
  const queries = useQueryClient()
  const [isRemoving, setRemoving] = useState(false)
  const key = keyOf(getPaymentMethod, {})
  const query = useAnswer(getPaymentMethod, {})
  const setup = useAct(startCardSetup, { onDone: ({ url }) => window.location.assign(url) })
  const remove = useAct(removePaymentMethod, { invalidates: [key], onDone: () => toastDone(t('method.removed')) })
  const back = useHostedReturn(
    useCallback(
      async (checkoutSessionId: string) =>
        queries.setQueryData(keyOf(getPaymentMethod, {}), await call(refreshPaymentMethod, { checkoutSessionId })),
      [queries],
    ),
  )
  const isFirm = active?.kind === 'sme'
  const refusal = !isFirm ? 'WRONG_KIND_OF_ORGANISATION' : active.role === 'owner' ? null : 'OWNER_ONLY'
  const save = () => setup.mutate({ returnTo: paths.paymentMethod }, { onError: toastProblem })
  return (
    <Page title={t('method.title')} lead={t('method.lead')} narrow>
      {back.isAsking && <Callout live>{t('method.asking')}</Callout>}
      {back.error !== undefined && (
        <Callout tone="bad" live>
          {problemText(back.error)}
        </Callout>
      )}
      <Loaded query={query}>
        {({ card }) => (
          <Card>
            {card ? (
              <CardLine
                title={t('card.name', { brand: capitalised(card.brand), last4: card.last4 })}
                note={t('method.since', { month: card.expires.slice(5), year: card.expires.slice(0, 4), day: day(card.savedAt) })}
              >
                {card.isExpiringSoon && <Chip tone="ocre">{t('method.soon')}</Chip>}
              </CardLine>
            ) : (
              <p>{t('method.none')}</p>
            )}
            <div className="row">
              {refusal ? (
                <DisabledAction reason={sentenceOf(refusal)}>{t(card ? 'method.replace' : 'method.save')}</DisabledAction>
              ) : (
                <>
                  <Button
                    loading={setup.isPending || setup.isSuccess}
                    rightSection={<IconExternalLink className="ico" aria-hidden="true" />}
                    onClick={save}
                  >
                    {t(card ? 'method.replace' : 'method.save')}
                  </Button>
                  {card && (
                    <Button variant="subtle" color="red" onClick={() => setRemoving(true)}>
                      {t('method.remove')}
                    </Button>
                  )}
                </>
              )}
            </div>
          </Card>
        )}
      </Loaded>
      <Card flat>
        <Ticks items={[t('method.hidden'), t('method.when'), t('method.most')]} />
      </Card>
      <Confirm
        isOpen={isRemoving}
        onClose={() => setRemoving(false)}
        danger
        title={t('method.removeAsk')}
        confirmLabel={t('method.remove')}
        onConfirm={() => remove.mutateAsync({})}
      >
        <p>{t('method.removeText')}</p>
      </Confirm>
    </Page>
  )
}
