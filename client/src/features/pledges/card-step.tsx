import { useState } from 'react'
import { Button, Checkbox } from '@mantine/core'
import { IconCreditCard, IconExternalLink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { getPaymentMethod, startCardSetup } from '@mutuo/shared/billing/billing.endpoints.ts'
import type { PledgeView } from '@mutuo/shared/pledges/pledge.schema.ts'
import { dayTime } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { problemText, sentenceOf } from '../../platform/problem-text.ts'
import { useAct, useAnswer } from '../../platform/use-endpoint.ts'
import { abilityFor } from '../../ui/ability-button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { DisabledAction } from '../../ui/disabled-action.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { TwoColumns } from '../../ui/two-columns.tsx'
import { AfterwardsCard } from './afterwards-card.tsx'
import { PledgeSummary } from './pledge-summary.tsx'
import type { StepProps } from './step-props.ts'
import { SavedCard } from './saved-card.tsx'
import { useConfirmPledge } from './use-confirm-pledge.ts'

/** The card that stands behind the promise, and the promise itself. Nothing is charged here. */
export const CardStep = ({
  need,
  pledge,
  goTo,
  back,
}: StepProps & { pledge: PledgeView; back: { isAsking: boolean; error?: unknown } }) => {
  const { t } = useTranslation('pledges')
  const [consents, setConsents] = useState(false)
  const [fault, setFault] = useState<string>()
  const query = useAnswer(getPaymentMethod, {})
  const { confirm, isConfirming } = useConfirmPledge()
  const setup = useAct(startCardSetup, { onDone: ({ url }) => window.location.assign(url) })
  const ability = abilityFor(pledge.abilities, 'confirm')
  const isRefused = ability !== undefined && !ability.allowed && ability.reason !== 'PAYMENT_METHOD_MISSING'
  const act = (run: () => Promise<unknown>) => {
    if (!consents) return setFault(t('card.consentMissing'))
    setFault(undefined)
    run().catch((error: unknown) => setFault(problemText(error)))
  }
  const saveCard = () => act(() => setup.mutateAsync({ returnTo: `${paths.pledge(need.id)}?etape=3`, pledgeId: pledge.id }))
  if (back.isAsking || isConfirming)
    return (
      <Callout live icon={<IconCreditCard />}>
        {t('card.asking')}
      </Callout>
    )
  return (
    <TwoColumns aside={<PledgeSummary pledge={pledge} onEdit={() => goTo(2)} />}>
      {back.error !== undefined && (
        <Callout tone="bad" live>
          {problemText(back.error)}
        </Callout>
      )}
      <Card aria-labelledby="carte">
        <CardHead id="carte" title={t('card.title')} hint={t('card.lead')} />
        <Loaded query={query}>
          {({ card }) => (
            <>
              {card && <SavedCard card={card} />}
              <Checkbox
                id="consents"
                label={t('card.consent', { gross: pledge.preview.atMostGrossMinor, until: dayTime(need.content.gatheringClosesAt) })}
                checked={consents}
                error={fault}
                onChange={(event) => {
                  setFault(undefined)
                  setConsents(event.currentTarget.checked)
                }}
              />
              <div className="row">
                {isRefused ? (
                  <DisabledAction reason={sentenceOf(ability.reason ?? 'FORBIDDEN', ability.params)}>{t('card.confirm')}</DisabledAction>
                ) : card ? (
                  <>
                    <Button loading={isConfirming} onClick={() => act(() => confirm(pledge.id))}>
                      {t('card.confirm')}
                    </Button>
                    <Button variant="outline" loading={setup.isPending} onClick={saveCard}>
                      {t('card.another')}
                    </Button>
                  </>
                ) : (
                  <Button
                    loading={setup.isPending}
                    rightSection={<IconExternalLink className="ico" aria-hidden="true" />}
                    onClick={saveCard}
                  >
                    {t('card.save')}
                  </Button>
                )}
              </div>
              <small>{t('card.stripe')}</small>
            </>
          )}
        </Loaded>
      </Card>
      <AfterwardsCard need={need} />
    </TwoColumns>
  )
}
