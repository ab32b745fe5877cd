import { useTranslation } from 'react-i18next'
import type { MilestoneView, MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { day } from '../../platform/format.ts'

type Props = { milestone: MilestoneView; mission: MissionView }

/** When it was accepted and paid, and what became of the reader's own part. */
export const MilestoneSentence = ({ milestone, mission }: Props) => {
  const { t } = useTranslation('missions')
  const { acceptedAt, releasedAt, myCell } = milestone
  const words = [
    acceptedAt &&
      (releasedAt
        ? t('said.released', { on: day(acceptedAt), at: day(releasedAt), name: mission.freelancer.name })
        : t('said.accepted', { on: day(acceptedAt) })),
    !releasedAt && myCell && myCell !== 'retained' && t(`said.cell.${myCell}`),
    milestone.state === 'planned' && mission.state === 'collecting' && t('said.startsWhenPaid'),
  ].filter(Boolean)
  return words.length > 0 ? <p>{words.join(' ')}</p> : null
}
