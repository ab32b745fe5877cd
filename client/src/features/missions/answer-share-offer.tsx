import { useState } from 'react'
import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { acceptShareOffer, declineShareOffer, getShareOffer, listShareOffers } from '@mutuo/shared/missions/drop-out.endpoints.ts'
import type { ShareOfferView } from '@mutuo/shared/missions/drop-out.schema.ts'
import { capitalised } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { problemText } from '../../platform/problem-text.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { AbilityButton, abilityFor } from '../../ui/ability-button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { toastDone, toastProblem } from '../../ui/toast.ts'

/** Yes, with the consent to exactly this amount, or no. */
export const AnswerShareOffer = ({ offer }: { offer: ShareOfferView }) => {
  const { t } = useTranslation('drop-outs')
  const [consents, setConsents] = useState(false)
  const [fault, setFault] = useState<string>()
  const invalidates = [keyOf(getShareOffer), keyOf(listShareOffers)]
  const accept = useAct(acceptShareOffer, { invalidates, onDone: () => toastDone(t('offer.accepted')) })
  const decline = useAct(declineShareOffer, { invalidates, onDone: () => toastDone(t('offer.declined')) })
  const ability = abilityFor(offer.abilities, 'accept')
  const take = () => {
    if (!consents) return setFault(t('offer.consentMissing'))
    accept.mutateAsync({ offerId: offer.id, consents: true }).catch((error: unknown) => setFault(problemText(error)))
  }
  const card = { brand: capitalised(offer.card?.brand ?? ''), last4: offer.card?.last4 ?? '' }
  return (
    <>
      {ability?.allowed && (
        <Checkbox
          label={t('offer.consent', { gross: offer.grossMinor, ...card })}
          checked={consents}
          error={fault}
          onChange={(event) => {
            setFault(undefined)
            setConsents(event.currentTarget.checked)
          }}
        />
      )}
      <div className="row">
        <AbilityButton ability={ability} pending={accept.isPending} onClick={take}>
          {t('offer.accept')}
        </AbilityButton>
        {ability?.reason === 'PAYMENT_METHOD_MISSING' && (
          <LinkButton to={paths.paymentMethod} variant="outline">
            {t('offer.card')}
          </LinkButton>
        )}
        <AbilityButton
          ability={abilityFor(offer.abilities, 'decline')}
          variant="subtle"
          pending={decline.isPending}
          onClick={() => void decline.mutateAsync({ offerId: offer.id }).catch(toastProblem)}
        >
          {t('offer.decline')}
        </AbilityButton>
      </div>
    </>
  )
}
