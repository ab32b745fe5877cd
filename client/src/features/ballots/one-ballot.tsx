import { IconEyeOff, IconSpy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { paths } from '../../platform/paths.ts'
import { StateBadge } from '../../platform/state-badge.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Page } from '../../ui/page.tsx'
import { ClosingTime } from './closing-time.tsx'
import { ClosedBallot } from './closed-ballot.tsx'
import { OpenBallot } from './open-ballot.tsx'
import { titleOf } from './ballot-title.ts'
import { VerdictChip } from './verdict-chip.tsx'

/** A vote: its rule first, then the ballot paper and who has voted; once closed, the verdict and its record. */
export const OneBallot = ({ ballot }: { ballot: BallotView }) => {
  const { t } = useTranslation('ballots')
  const isOpen = ballot.state === 'open'
  // A tie that was cancelled before its casting vote has an outcome too, and no effect.
  const decided = ballot.state === 'void' ? undefined : ballot.outcome
  // Any other title names the need.
  const isNamed = ballot.state === 'closed' && ballot.outcome?.verdict === 'chosen'
  return (
    <Page
      title={titleOf(ballot, t)}
      back={{ to: paths.bids(ballot.needId), label: t('back') }}
      chips={
        <>
          {decided ? <VerdictChip verdict={decided.verdict} /> : <StateBadge process="ballot" state={ballot.state} />}
          <Chip tone="plain">{t(`methods.${ballot.rules.method}`)}</Chip>
          {ballot.round === 2 && <Chip tone="ocre">{t('secondRound.chip')}</Chip>}
          <Chip tone="plain">{t('group', { name: ballot.group.name })}</Chip>
          {ballot.rules.isAnonymous && (
            <Chip tone="plain" icon={<IconSpy aria-hidden="true" />}>
              {t('anonymous')}
            </Chip>
          )}
          {isOpen && ballot.rules.resultsHidden && (
            <Chip tone="plain" icon={<IconEyeOff aria-hidden="true" />}>
              {t('hidden')}
            </Chip>
          )}
        </>
      }
      lead={isOpen ? <ClosingTime ballot={ballot} /> : isNamed && ballot.needTitle}
    >
      {isOpen ? <OpenBallot ballot={ballot} /> : <ClosedBallot ballot={ballot} />}
    </Page>
  )
}
