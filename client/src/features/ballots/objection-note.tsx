import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { Callout } from '../../ui/callout.tsx'

/** A bid that somebody objects to is voted on as usual, until it is ruled on. */
export const ObjectionNote = ({ ballot, bidId }: { ballot: BallotView; bidId: string }) => {
  const { t } = useTranslation('ballots')
  const live = ballot.objections.filter((objection) => objection.bidId === bidId && objection.state === 'raised')
  if (live.length === 0) return null
  const kind = live.some((objection) => objection.kind === 'conflict') ? 'conflict' : 'consent'
  return (
    <Callout tone="ocre" icon={<IconAlertTriangle className="ico" />}>
      <p>
        <b>{t(`objection.pending.${kind}`)}</b> {t(`objection.pendingText.${kind}`)}
      </p>
      <a className="link" href={`#${kind}`}>
        {t(`objection.read.${kind}`)}
      </a>
    </Callout>
  )
}
