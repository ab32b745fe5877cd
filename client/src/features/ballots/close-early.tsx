import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { closeBallot, getBallot } from '@mutuo/shared/ballots/ballot.endpoints.ts'
import type { BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { AbilityButton, abilityFor } from '../../ui/ability-button.tsx'
import { Card } from '../../ui/card.tsx'
import { Confirm } from '../../ui/confirm.tsx'

/** Refusals that whoever may close is told of. */
const told = ['VOTES_MISSING', 'CONFLICT_UNRULED']

/** The leader or the association closes before the hour, once nobody is left to vote; to others this is no concern. */
export const CloseEarly = ({ ballot }: { ballot: BallotView }) => {
  const { t } = useTranslation('ballots')
  const [isAsking, setAsking] = useState(false)
  const close = abilityFor(ballot.abilities, 'close')
  const act = useAct(closeBallot, { invalidates: [keyOf(getBallot)] })
  if (!close || (!close.allowed && !told.includes(close.reason ?? ''))) return null
  return (
    <Card flat tight aria-labelledby="close-early">
      <h3 id="close-early">{t('close.title')}</h3>
      <p>{t('close.text')}</p>
      <AbilityButton ability={close} variant="outline" onClick={() => setAsking(true)}>
        {t('close.go')}
      </AbilityButton>
      <Confirm
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t('close.confirmTitle')}
        confirmLabel={t('close.go')}
        onConfirm={() => act.mutateAsync({ ballotId: ballot.id })}
      >
        <p>{t('close.confirmText')}</p>
      </Confirm>
    </Card>
  )
}
