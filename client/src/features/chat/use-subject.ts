import { getBallot } from '@mutuo/shared/ballots/ballot.endpoints.ts'
import type { BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import type { RoomView } from '@mutuo/shared/chat/room.schema.ts'
import { getMission } from '@mutuo/shared/missions/mission.endpoints.ts'
import type { MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { getNeed } from '@mutuo/shared/needs/need.endpoints.ts'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { keyOf, useAnswer } from '../../platform/use-endpoint.ts'
import { useLive } from '../../platform/use-live.ts'

/** What a room is about, as its reader may see it today: cards say what happened, these say how it stands. */
export type Subject = { mission?: MissionView | undefined; need?: NeedView | undefined; ballot?: BallotView | undefined }

export const useSubject = ({ subject, subjectId }: Pick<RoomView, 'subject' | 'subjectId'>): Subject => {
  const mission = useAnswer(getMission, { missionId: subjectId }, { enabled: subject === 'mission' })
  const need = useAnswer(getNeed, { needId: subjectId }, { enabled: subject === 'need' })
  const ballotId = need.data?.ballotId
  const ballot = useAnswer(getBallot, { ballotId: ballotId ?? '' }, { enabled: ballotId !== undefined })
  useLive(subject === 'group' ? undefined : `${subject}:${subjectId}`, [keyOf(getMission), keyOf(getNeed), keyOf(getBallot)])
  return { mission: mission.data, need: need.data, ballot: ballot.data }
}

/** The number that people say: « le jalon 2 ». */
export const positionOf = (mission: MissionView, milestoneId: string) =>
  mission.milestones.toSorted((a, b) => a.position - b.position).findIndex(({ id }) => id === milestoneId) + 1
