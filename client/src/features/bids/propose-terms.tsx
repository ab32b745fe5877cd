import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BidView } from '@mutuo/shared/bids/bid.schema.ts'
import { proposeCounterOffer } from '@mutuo/shared/bids/counter-offer.endpoints.ts'
import { newId } from '../../platform/new-id.ts'
import { useAct } from '../../platform/use-endpoint.ts'
import { AbilityButton, abilityFor } from '../../ui/ability-button.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { toastDone } from '../../ui/toast.ts'
import { negotiated } from './counter-offer-acts.tsx'
import { TermsForm } from './terms-form.tsx'

/** Who leads the need asks for something else than the bid says. */
export const ProposeTerms = ({ bid }: { bid: BidView }) => {
  const { t } = useTranslation('negotiation')
  const [isOpen, setOpen] = useState(false)
  const id = useRef(newId())
  const act = useAct(proposeCounterOffer, {
    invalidates: negotiated,
    onDone: () => {
      id.current = newId()
      toastDone(t('done.propose'))
    },
  })
  const ability = abilityFor(bid.abilities, 'counter')
  if (!ability || !bid.content || bid.counterOffer) return null
  if (!isOpen)
    return (
      <div data-noprint="">
        <AbilityButton ability={ability} variant="outline" onClick={() => setOpen(true)}>
          {t('form.open')}
        </AbilityButton>
      </div>
    )
  return (
    <Card aria-labelledby="contre-offre">
      <CardHead id="contre-offre" title={t('form.title', { name: bid.freelancer.name })} hint={t('form.hint')} />
      <TermsForm
        name={`counter.${bid.id}.${bid.version}`}
        content={bid.content}
        sendLabel={t('form.send')}
        isPending={act.isPending}
        onSend={async (message, terms) => {
          await act.mutateAsync({ id: id.current, bidId: bid.id, message, ...terms })
          setOpen(false)
        }}
        onCancel={() => setOpen(false)}
      />
    </Card>
  )
}
