import { useState } from 'react'
import { Button } from '@mantine/core'
import { IconFlag, IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { acceptMilestone, getMission } from '@mutuo/shared/missions/mission.endpoints.ts'
import type { MilestoneView, MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { list } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { StateBadge } from '../../platform/state-badge.tsx'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { abilityFor } from '../../ui/ability-button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Money } from '../../ui/money.tsx'
import { Heads } from './heads.tsx'
import { positionOf } from './use-subject.ts'
import classes from './card.module.css'

/** A delivered milestone in the room: what it is, what it is worth, who has said yes, and the reader's own word. */
export const MilestoneCard = ({ mission, milestone }: { mission: MissionView; milestone: MilestoneView }) => {
  const { t } = useTranslation('chat')
  const position = positionOf(mission, milestone.id)
  const { accepted, waiting, rule, neededHeads } = milestone.acceptance
  const all = accepted.length + waiting.length
  return (
    <section className={classes['card']} aria-labelledby={`jalon-${milestone.id}`}>
      <header>
        <span>
          <IconFlag className="ico" aria-hidden="true" />
          {t('milestone.of', { position, total: mission.milestones.length })}
        </span>
        <StateBadge process="milestone" state={milestone.state} />
      </header>
      <div className={classes['inside']}>
        <div>
          <h2 id={`jalon-${milestone.id}`}>{milestone.title}</h2>
          {milestone.delivery?.note && <p className="muted">{milestone.delivery.note}</p>}
          {milestone.delivery?.links.map(({ label, url }) => (
            <a key={url} className="link" href={url} target="_blank" rel="noopener noreferrer nofollow">
              {label}
            </a>
          ))}
        </div>
        <Sums milestone={milestone} />
        <Heads
          done={accepted}
          waiting={waiting}
          label={accepted.length > 0 ? t('milestone.saidYes', { names: list(accepted.map(({ name }) => name)) }) : t('milestone.nobody')}
        />
        <p>
          <b>{t(`milestone.count.${rule}`, { count: accepted.length, all, needed: neededHeads })}</b>{' '}
          {t(`milestone.then.${rule}`, { who: mission.freelancer.name })}
        </p>
        <Acts mission={mission} milestone={milestone} />
        {milestone.delivery && <small>{t('milestone.tacit', { at: milestone.delivery.tacitAt })}</small>}
      </div>
    </section>
  )
}

const Sums = ({ milestone: { amountMinor, myAmountMinor } }: { milestone: MilestoneView }) => {
  const { t } = useTranslation('chat')
  if (amountMinor === undefined && myAmountMinor === undefined) return null
  return (
    <div className={classes['sums']}>
      {amountMinor !== undefined && (
        <div>
          <Figure small>
            <Money minor={amountMinor} tax="HT" whole />
          </Figure>
          <small>{t('milestone.retained')}</small>
        </div>
      )}
      {myAmountMinor !== undefined && (
        <div>
          <Figure small>
            <Money minor={myAmountMinor} tax="HT" whole />
          </Figure>
          <small>
            {t('milestone.yourPart')}
            <br />
            <IconLock className="ico sm" aria-hidden="true" /> {t('milestone.private')}
          </small>
        </div>
      )}
    </div>
  )
}

const Acts = ({ mission, milestone }: { mission: MissionView; milestone: MilestoneView }) => {
  const { t } = useTranslation('chat')
  const [isOpen, setOpen] = useState(false)
  const accept = useAct(acceptMilestone, { invalidates: [keyOf(getMission)] })
  const mayAccept = abilityFor(milestone.abilities, 'accept')?.allowed
  const position = positionOf(mission, milestone.id)
  return (
    <div className="row">
      {mayAccept && <Button onClick={() => setOpen(true)}>{t('milestone.accept')}</Button>}
      <Button variant="outline" component={Link} to={paths.mission(mission.id)}>
        {t(mayAccept ? 'milestone.more' : 'see.milestone')}
      </Button>
      <Confirm
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t('milestone.confirmTitle', { position })}
        confirmLabel={t('milestone.accept')}
        onConfirm={() => accept.mutateAsync({ missionId: mission.id, milestoneId: milestone.id })}
      >
        <p>{t('milestone.confirmText', { title: milestone.title })}</p>
        {milestone.myAmountMinor !== undefined && (
          <p>{t('milestone.confirmPart', { part: milestone.myAmountMinor, who: mission.freelancer.name })}</p>
        )}
      </Confirm>
    </div>
  )
}
