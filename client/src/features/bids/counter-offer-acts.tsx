import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { compareBids, getBid } from '@mutuo/shared/bids/bid.endpoints.ts'
import type { BidView, CounterOfferView } from '@mutuo/shared/bids/bid.schema.ts'
import * as endpoints from '@mutuo/shared/bids/counter-offer.endpoints.ts'
import { getNeed } from '@mutuo/shared/needs/need.endpoints.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { AbilityButton, abilityFor } from '../../ui/ability-button.tsx'
import { toastDone, toastProblem } from '../../ui/toast.ts'
import classes from './negotiation.module.css'
import { TermsForm } from './terms-form.tsx'

/** What an act on a counter-offer may have changed. */
export const negotiated = [keyOf(compareBids), keyOf(getBid), keyOf(endpoints.getBidHistory), keyOf(getNeed)]

type Props = { bid: BidView; counterOffer: CounterOfferView }

export const CounterOfferActs = ({ bid, counterOffer }: Props) => {
  const { t } = useTranslation('negotiation')
  const [isAnswering, setAnswering] = useState(false)
  if (counterOffer.abilities.length === 0) return null
  const isAuthor = counterOffer.abilities.some(({ move }) => move === 'accept')
  const agree = abilityFor(counterOffer.abilities, 'agree')
  const note = isAuthor
    ? t('notes.author')
    : agree?.reason === 'NOTHING_CHANGES'
      ? t('notes.wordsOnly')
      : t(agree ? 'notes.lead' : 'notes.wait')
  if (isAnswering && bid.content) return <Answer bid={bid} counterOffer={counterOffer} onDone={() => setAnswering(false)} />
  return (
    <div className={classes['answer']} data-noprint="">
      <div className="row">
        {isAuthor ? (
          <AuthorActs counterOffer={counterOffer} onAnswer={() => setAnswering(true)} />
        ) : (
          <LeaderActs counterOffer={counterOffer} />
        )}
      </div>
      <small>{note}</small>
    </div>
  )
}

const AuthorActs = ({ counterOffer, onAnswer }: { counterOffer: CounterOfferView; onAnswer: () => void }) => {
  const { t } = useTranslation('negotiation')
  const accept = useAct(endpoints.acceptCounterOffer, { invalidates: negotiated, onDone: () => toastDone(t('done.accept')) })
  const decline = useAct(endpoints.declineCounterOffer, { invalidates: negotiated, onDone: () => toastDone(t('done.decline')) })
  const known = { counterOfferId: counterOffer.id, version: counterOffer.version }
  const ability = (move: 'accept' | 'answer' | 'decline') => abilityFor(counterOffer.abilities, move)
  return (
    <>
      <AbilityButton ability={ability('accept')} pending={accept.isPending} onClick={() => accept.mutate(known, { onError: toastProblem })}>
        {t('acts.accept')}
      </AbilityButton>
      {ability('accept')?.allowed && (
        <>
          <AbilityButton ability={ability('answer')} variant="outline" onClick={onAnswer}>
            {t('acts.answer')}
          </AbilityButton>
          <AbilityButton
            ability={ability('decline')}
            variant="subtle"
            pending={decline.isPending}
            onClick={() => decline.mutate(known, { onError: toastProblem })}
          >
            {t('acts.decline')}
          </AbilityButton>
        </>
      )}
    </>
  )
}

const LeaderActs = ({ counterOffer }: { counterOffer: CounterOfferView }) => {
  const { t } = useTranslation('negotiation')
  const agree = useAct(endpoints.agreeToAnswer, { invalidates: negotiated, onDone: () => toastDone(t('done.agree')) })
  const withdraw = useAct(endpoints.withdrawCounterOffer, { invalidates: negotiated, onDone: () => toastDone(t('done.withdraw')) })
  const known = { counterOfferId: counterOffer.id, version: counterOffer.version }
  const ability = abilityFor(counterOffer.abilities, 'agree')
  const day = counterOffer.answer?.changes.find((change) => change.what === 'deliversOn')
  const leave = day ? t('acts.leaveDay', { on: day.before }) : t('acts.leave')
  return (
    <>
      {ability?.reason !== 'NOTHING_CHANGES' && (
        <AbilityButton ability={ability} pending={agree.isPending} onClick={() => agree.mutate(known, { onError: toastProblem })}>
          {t('acts.agree')}
        </AbilityButton>
      )}
      <AbilityButton
        ability={abilityFor(counterOffer.abilities, 'withdraw')}
        variant="outline"
        pending={withdraw.isPending}
        onClick={() => withdraw.mutate(known, { onError: toastProblem })}
      >
        {counterOffer.answer ? leave : t('acts.withdraw')}
      </AbilityButton>
    </>
  )
}

const Answer = ({ bid, counterOffer, onDone }: Props & { onDone: () => void }) => {
  const { t } = useTranslation('negotiation')
  const act = useAct(endpoints.answerCounterOffer, { invalidates: negotiated, onDone: () => toastDone(t('done.answer')) })
  return (
    <section className="stack" aria-label={t('form.answerTitle')}>
      <div>
        <h3>{t('form.answerTitle')}</h3>
        <p className="muted">{t('form.answerHint')}</p>
      </div>
      <TermsForm
        name={`counter.${counterOffer.id}`}
        content={bid.content!}
        asked={counterOffer.terms}
        hasCondition
        sendLabel={t('form.sendAnswer')}
        isPending={act.isPending}
        onSend={async (message, terms) => {
          await act.mutateAsync({ counterOfferId: counterOffer.id, version: counterOffer.version, message, ...terms })
          onDone()
        }}
        onCancel={onDone}
      />
    </section>
  )
}
