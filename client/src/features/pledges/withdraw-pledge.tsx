import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQueryClient } from '@tanstack/react-query'
import { getNeed } from '@mutuo/shared/needs/need.endpoints.ts'
import { withdrawPledge } from '@mutuo/shared/pledges/pledge.endpoints.ts'
import type { PledgeView } from '@mutuo/shared/pledges/pledge.schema.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { AbilityButton, abilityFor } from '../../ui/ability-button.tsx'
import { Confirm } from '../../ui/confirm.tsx'

/** The way out, free and without a reason as long as the need gathers. */
export const WithdrawPledge = ({ pledge, onDone }: { pledge: PledgeView; onDone: () => void }) => {
  const { t } = useTranslation('pledges')
  const queries = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const act = useAct(withdrawPledge)
  const withdraw = async () => {
    await act.mutateAsync({ pledgeId: pledge.id, version: pledge.version })
    onDone()
    void queries.invalidateQueries({ queryKey: keyOf(getNeed) })
  }
  return (
    <div>
      <AbilityButton ability={abilityFor(pledge.abilities, 'withdraw')} variant="subtle" color="red" onClick={() => setAsking(true)}>
        {t('withdraw.do')}
      </AbilityButton>
      <Confirm
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        danger
        title={t('withdraw.ask')}
        confirmLabel={t('withdraw.do')}
        onConfirm={withdraw}
      >
        <p>{t('withdraw.text')}</p>
      </Confirm>
    </div>
  )
}
