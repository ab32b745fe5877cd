import { IconCheck, IconScale, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BallotOutcome } from '@mutuo/shared/ballots/ballot.schema.ts'
import { Chip } from '../../ui/chip.tsx'

const looks = { chosen: IconCheck, tie: IconScale, none: IconX, no_quorum: IconX }

/** That the vote is over, and whether something was decided. */
export const VerdictChip = ({ verdict }: Pick<BallotOutcome, 'verdict'>) => {
  const { t } = useTranslation('ballots')
  const Icon = looks[verdict]
  return (
    <Chip tone={verdict === 'chosen' ? 'ok' : 'ocre'} icon={<Icon aria-hidden="true" />}>
      {t(`verdict.${verdict}.chip`)}
    </Chip>
  )
}
