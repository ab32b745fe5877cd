import type { MilestoneView, MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { AcceptanceProgress } from './acceptance-progress.tsx'
import { AnswerBox } from './answer-box.tsx'
import { ChangesRequested } from './changes-requested.tsx'
import { Contestation } from './contestation.tsx'
import { DeliverMilestone } from './deliver-milestone.tsx'
import { DeliveryNote } from './delivery-note.tsx'
import { MilestoneChips } from './milestone-chips.tsx'
import { MilestoneSentence } from './milestone-sentence.tsx'
import classes from './missions.module.css'
import type { Role } from './role-in.ts'

type Props = { mission: MissionView; milestone: MilestoneView; role: Role }

/** Where a milestone stands, what was delivered, who contests, and what the reader may do. */
export const MilestoneBody = ({ mission, milestone, role }: Props) => (
  <div className={classes['body']}>
    <MilestoneChips mission={mission} milestone={milestone} role={role} />
    {milestone.description && <p className="muted">{milestone.description}</p>}
    <MilestoneSentence milestone={milestone} mission={mission} />
    {milestone.delivery && <DeliveryNote delivery={milestone.delivery} isOpen={milestone.state === 'delivered'} />}
    <ChangesRequested milestone={milestone} />
    {milestone.contested.map((one) => (
      <Contestation key={one.firm.id} one={one} milestone={milestone} mission={mission} />
    ))}
    <AcceptanceProgress milestone={milestone} />
    <AnswerBox milestone={milestone} mission={mission} />
    <DeliverMilestone milestone={milestone} mission={mission} />
  </div>
)
