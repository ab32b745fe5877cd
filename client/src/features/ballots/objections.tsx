import { useState } from 'react'
import { NativeSelect } from '@mantine/core'
import { IconClock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { getBallot, stepAside } from '@mutuo/shared/ballots/ballot.endpoints.ts'
import type { BallotView, ObjectionView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { raiseConflict } from '@mutuo/shared/ballots/objection.endpoints.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { abilityFor } from '../../ui/ability-button.tsx'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { OneObjection } from './one-objection.tsx'
import { bidsAtVote } from './vote-draft.ts'
import { WrittenAct } from './written-act.tsx'

type Props = { ballot: BallotView; kind: ObjectionView['kind'] }

/** Conflicts of interests, said openly; in consent, the objections, without names: what was said, answered and ruled. */
export const Objections = ({ ballot, kind }: Props) => {
  const { t } = useTranslation('ballots')
  const own = ballot.objections.filter((objection) => objection.kind === kind)
  const isUnruled = own.some(({ state }) => state === 'raised')
  const isOffered = kind === 'conflict' && abilityFor(ballot.abilities, 'object') !== undefined
  if (own.length === 0 && !isOffered) return null
  return (
    <Card id={kind} aria-labelledby={`${kind}-title`}>
      <h2 id={`${kind}-title`}>{t(`objection.title.${kind}`)}</h2>
      {isUnruled && (
        <div>
          <Chip tone="ocre" icon={<IconClock aria-hidden="true" />}>
            {t(`objection.waiting.${kind}`)}
          </Chip>
        </div>
      )}
      {own.map((objection) => (
        <OneObjection key={objection.id} ballot={ballot} objection={objection} />
      ))}
      {(isUnruled || isOffered) && <p className="muted">{t(`objection.how.${kind}`, { association: ballot.group.association })}</p>}
      {isOffered && <ConflictActs ballot={ballot} />}
    </Card>
  )
}

const ConflictActs = ({ ballot }: { ballot: BallotView }) => {
  const { t } = useTranslation('ballots')
  const [bidId, setBidId] = useState('')
  const invalidates = [keyOf(getBallot)]
  const raise = useAct(raiseConflict, { invalidates })
  const leave = useAct(stepAside, { invalidates })
  return (
    <div className="stack tight">
      <WrittenAct
        ability={abilityFor(ballot.abilities, 'object')}
        action={t('conflict.go')}
        title={t('conflict.ask')}
        label={t('conflict.reason')}
        hint={t('conflict.reasonHint')}
        missing={bidId ? undefined : t('conflict.bidMissing')}
        onConfirm={(reason) => raise.mutateAsync({ id: newId(), ballotId: ballot.id, bidId, reason })}
      >
        <NativeSelect
          label={t('conflict.bid')}
          value={bidId}
          onChange={(event) => setBidId(event.currentTarget.value)}
          data={[
            { value: '', label: t('conflict.choose') },
            ...bidsAtVote(ballot).map((bid) => ({ value: bid.bidId, label: bid.freelancer.name })),
          ]}
        />
      </WrittenAct>
      <WrittenAct
        ability={abilityFor(ballot.abilities, 'stepAside')}
        variant="subtle"
        action={t('aside.go')}
        title={t('aside.ask')}
        label={t('aside.reason')}
        hint={t('aside.reasonHint')}
        confirmLabel={t('aside.confirm')}
        onConfirm={(reason) => leave.mutateAsync({ ballotId: ballot.id, reason })}
      >
        <p>{t('aside.text')}</p>
      </WrittenAct>
    </div>
  )
}
