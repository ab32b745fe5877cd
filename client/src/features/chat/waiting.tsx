import type { ReactNode } from 'react'
import { IconCreditCard, IconFlag, IconScale, IconTicket } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { paths } from '../../platform/paths.ts'
import { abilityFor } from '../../ui/ability-button.tsx'
import { positionOf, type Subject } from './use-subject.ts'
import classes from './room.module.css'

type Wait = { key: string; to: string; icon: ReactNode; text: string }

const useWaits = ({ mission, ballot }: Subject): Wait[] => {
  const { t } = useTranslation('chat')
  const ofMission = (own: MissionView): Wait[] => {
    const to = paths.mission(own.id)
    const pay = abilityFor(own.abilities, 'pay')?.allowed && own.my
    return [
      ...(pay
        ? [{ key: 'pay', to: paths.share(pay.shareId), icon: <IconCreditCard className="ico" aria-hidden="true" />, text: t('waits.pay') }]
        : []),
      ...own.milestones.flatMap((milestone) => {
        const wait = (['accept', 'settle'] as const).find((move) => abilityFor(milestone.abilities, move)?.allowed)
        const what =
          wait ?? (milestone.state === 'changes_requested' && abilityFor(milestone.abilities, 'deliver')?.allowed ? 'redo' : undefined)
        const Icon = what === 'settle' ? IconScale : IconFlag
        return what
          ? [
              {
                key: milestone.id,
                to,
                icon: <Icon className="ico" aria-hidden="true" />,
                text: t(`waits.${what}`, { position: positionOf(own, milestone.id) }),
              },
            ]
          : []
      }),
    ]
  }
  const votes = ballot && !ballot.myVote && abilityFor(ballot.abilities, 'vote')?.allowed
  return [
    ...(mission ? ofMission(mission) : []),
    ...(votes
      ? [
          {
            key: 'vote',
            to: paths.ballot(ballot.needId, ballot.id),
            icon: <IconTicket className="ico" aria-hidden="true" />,
            text: t('waits.vote', { at: ballot.closesAt }),
          },
        ]
      : []),
  ]
}

/** What the others wait for from this reader, with the way there. */
export const Waiting = ({ subject }: { subject: Subject }) => {
  const { t } = useTranslation('chat')
  const waits = useWaits(subject)
  if (waits.length === 0) return null
  return (
    <div className={classes['waiting']}>
      <b>{t('waits.title')}</b>
      {waits.map(({ key, to, icon, text }) => (
        <Link key={key} to={to}>
          {icon}
          {text}
        </Link>
      ))}
    </div>
  )
}
