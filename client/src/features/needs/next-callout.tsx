import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { dayTime } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { voteOpening } from '../../platform/vote-opening.ts'
import { abilityFor } from '../../ui/ability-button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { LinkButton } from './link-button.tsx'

/** Where the need stands after its tour de table, and the page where it goes on. */
export const NextCallout = ({ need }: { need: NeedView }) => {
  const { t } = useTranslation('needs')
  const { state, content, bidCount, missionId } = need
  const at = state === 'voting' ? content.voteClosesAt : state === 'negotiating' ? voteOpening(content) : content.bidsCloseAt
  const actions = (
    <>
      <MissionLink need={need} />
      <BallotLink need={need} />
      <BidsLink need={need} />
    </>
  )
  if (state === 'gathering') return bidCount > 0 ? <Callout actions={actions}>{t('next.gathering', { count: bidCount })}</Callout> : null
  // What a need became that joined another one is said by its merge.
  if (state === 'cancelled' && need.history.some(({ event }) => event === 'need.merged')) return null
  if (state === 'draft' && need.sentBackBecause)
    return (
      <Callout tone="ocre">
        <strong>{t('next.sentBack')}</strong> {need.sentBackBecause}
      </Callout>
    )
  const tone = state === 'voting' ? 'ocre' : state === 'expired' || state === 'cancelled' ? 'plain' : 'canard'
  const standing = state === 'cancelled' && missionId ? 'brokenOff' : state
  return (
    <Callout tone={tone} actions={actions}>
      {t(`next.${standing}`, { at: dayTime(at, { weekday: true }), count: bidCount })}
    </Callout>
  )
}

const BidsLink = ({ need }: { need: NeedView }) => {
  const { t } = useTranslation('needs')
  if (abilityFor(need.abilities, 'seeBids')?.allowed !== true) return null
  return (
    <LinkButton
      to={paths.bids(need.id)}
      size="sm"
      variant="outline"
      rightSection={<IconArrowRight className="ico sm" aria-hidden="true" />}
    >
      {t('next.seeBids', { count: need.bidCount })}
    </LinkButton>
  )
}

const BallotLink = ({ need }: { need: NeedView }) => {
  const { t } = useTranslation('needs')
  if (!need.ballotId || abilityFor(need.abilities, 'seeBallot')?.allowed !== true) return null
  const isOpen = need.state === 'voting'
  return (
    <LinkButton to={paths.ballot(need.id, need.ballotId)} size="sm" {...(isOpen ? {} : { variant: 'outline' })}>
      {t(isOpen ? 'next.vote' : 'next.seeBallot')}
    </LinkButton>
  )
}

const MissionLink = ({ need }: { need: NeedView }) => {
  const { t } = useTranslation('needs')
  if (!need.missionId || !abilityFor(need.abilities, 'seeMission')) return null
  return (
    <LinkButton to={paths.mission(need.missionId)} size="sm">
      {t('next.seeMission')}
    </LinkButton>
  )
}
