import { useState } from 'react'
import { Button, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { enterVote, getBallot } from '@mutuo/shared/ballots/ballot.endpoints.ts'
import type { BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import type { OrganisationMark } from '@mutuo/shared/organisations/organisation.schema.ts'
import { spelled } from '../../platform/spelled.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { toastDone } from '../../ui/toast.ts'
import { BidChoices } from './bid-choices.tsx'
import { Ranking } from './ranking.tsx'
import { draftOf, lacksReason, missingOf, paperFrom } from './vote-draft.ts'

/** The association writes down what a member says on the telephone. */
export const EnterVote = ({ ballot, firm }: { ballot: BallotView; firm: OrganisationMark }) => {
  const { t } = useTranslation('ballots')
  const { method } = ballot.rules
  const [isOpen, setOpen] = useState(false)
  const [draft, setDraft] = useState(() => draftOf(ballot, undefined))
  const act = useAct(enterVote, { invalidates: [keyOf(getBallot)], onDone: () => toastDone(t('enter.done', { name: firm.name })) })
  const missing = missingOf(draft, ballot)
  const fault =
    missing > 0
      ? t(`paper.missing.${method}`, { count: missing, missing: spelled(missing) })
      : lacksReason(draft, method)
        ? t('paper.reasonMissing')
        : undefined
  return (
    <>
      <Button size="sm" variant="outline" onClick={() => setOpen(true)}>
        {t('enter.go')}
        <span className="sr"> : {firm.name}</span>
      </Button>
      <Confirm
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t('enter.title', { name: firm.name })}
        confirmLabel={t('enter.confirm')}
        disabled={fault !== undefined}
        onConfirm={() => act.mutateAsync({ ballotId: ballot.id, firmId: firm.id, ...paperFrom(draft, ballot) })}
      >
        <p>{t('enter.text', { name: firm.name })}</p>
        {method === 'ranked' ? (
          <Ranking ballot={ballot} firm={firm} forAnother={{ ownOrder: undefined }} draft={draft} onChange={setDraft} />
        ) : (
          <BidChoices
            ballot={ballot}
            papers={[{ key: 'entered', firm }]}
            drafts={{ entered: draft }}
            onChange={(_, changed) => setDraft(changed)}
          />
        )}
        <Textarea
          label={t(method === 'consent' ? 'paper.objection' : 'enter.reason')}
          maxLength={600}
          autosize
          minRows={2}
          value={draft.reason}
          onChange={(event) => setDraft({ ...draft, reason: event.currentTarget.value })}
        />
        {fault && <p className="muted">{fault}</p>}
      </Confirm>
    </>
  )
}
