import type { MilestoneView, MissionView } from '@mutuo/shared/missions/mission.schema.ts'

/** What every window on a milestone receives. */
export type DialogProps = { milestone: MilestoneView; mission: MissionView; isOpen: boolean; onClose: () => void }
