import { useState } from 'react'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { castVote, getBallot } from '@mutuo/shared/ballots/ballot.endpoints.ts'
import type { BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { Confirm } from '../../ui/confirm.tsx'

/** To count for the quorum and accept none. */
export const Abstain = ({ ballot }: { ballot: BallotView }) => {
  const { t } = useTranslation('ballots')
  const [isAsking, setAsking] = useState(false)
  const act = useAct(castVote, { invalidates: [keyOf(getBallot)] })
  if (ballot.myVote?.abstains) return null
  return (
    <>
      <Button variant="subtle" onClick={() => setAsking(true)}>
        {t('abstain.go')}
      </Button>
      <Confirm
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t('abstain.title')}
        confirmLabel={t('abstain.go')}
        onConfirm={() => act.mutateAsync({ ballotId: ballot.id, abstains: true, choices: [] })}
      >
        <p>{t('abstain.text')}</p>
      </Confirm>
    </>
  )
}
