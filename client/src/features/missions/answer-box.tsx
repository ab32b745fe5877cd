import { useState } from 'react'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { reminderTimes } from '@mutuo/shared/missions/mission.rules.ts'
import type { MilestoneView, MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { days } from '../../platform/format.ts'
import { useSession } from '../../platform/session.tsx'
import { AbilityButton, abilityFor } from '../../ui/ability-button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { useNow, When } from '../../ui/when.tsx'
import { AcceptDialog } from './accept-dialog.tsx'
import { ChangesDialog } from './changes-dialog.tsx'
import { ContestDialog } from './contest-dialog.tsx'

type Props = { milestone: MilestoneView; mission: MissionView }
type Open = 'accept' | 'changes' | 'contest' | undefined

/** The firm's answer to a delivery, and what its silence means. */
export const AnswerBox = ({ milestone, mission }: Props) => {
  const { t } = useTranslation('missions')
  const { active } = useSession()
  const [open, setOpen] = useState<Open>()
  const accept = abilityFor(milestone.abilities, 'accept')
  if (!accept || !milestone.delivery) return null
  const isForDelegates = milestone.acceptance.rule === 'delegates' && !milestone.acceptance.waiting.some(({ id }) => id === active?.id)
  const dialog = (name: Open) => ({ milestone, mission, isOpen: open === name, onClose: () => setOpen(undefined) })
  return (
    <Callout
      tone="ocre"
      ink
      actions={
        <>
          <AbilityButton ability={accept} onClick={() => setOpen('accept')}>
            {t('answer.accept')}
          </AbilityButton>
          {abilityFor(milestone.abilities, 'requestChanges')?.allowed && (
            <Button variant="outline" onClick={() => setOpen('changes')}>
              {t('answer.changes')}
            </Button>
          )}
          {abilityFor(milestone.abilities, 'contest')?.allowed && (
            <Button variant="subtle" onClick={() => setOpen('contest')}>
              {t('answer.contest')}
            </Button>
          )}
        </>
      }
    >
      <b>
        {t(isForDelegates ? 'answer.silenceOfDelegates' : 'answer.silence')} <When at={milestone.delivery.tacitAt} weekday />.
      </b>{' '}
      {t('answer.charter', { count: mission.tacitAcceptanceDays })}
      {!isForDelegates && <Reminders delivery={milestone.delivery} />}
      <AcceptDialog {...dialog('accept')} />
      <ChangesDialog {...dialog('changes')} />
      <ContestDialog {...dialog('contest')} />
    </Callout>
  )
}

/** The days on which the firm will hear of it again, as long as it has not answered. */
const Reminders = ({ delivery: { deliveredAt, tacitAt } }: { delivery: NonNullable<MilestoneView['delivery']> }) => {
  const { t } = useTranslation('missions')
  const now = useNow()
  const ahead = reminderTimes({ deliveredAt: new Date(deliveredAt), tacitAt: new Date(tacitAt) }).filter((at) => at > now)
  return ahead.length > 0 && <> {t('answer.reminders', { count: ahead.length, days: days(ahead) })}</>
}
