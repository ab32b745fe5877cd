import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { day, money } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { useSession } from '../../platform/session.tsx'
import { BottomBar } from '../../ui/bottom-bar.tsx'
import { Figure } from '../../ui/figure.tsx'
import { abilityFor } from '../../ui/ability-button.tsx'
import { roleIn } from './role-in.ts'
import { anchorOf, todosOf } from './todos.ts'

/** The phone's main action: the most urgent of what waits. */
export const MissionBar = ({ mission }: { mission: MissionView }) => {
  const { t } = useTranslation('missions')
  const { active } = useSession()
  const [first] = todosOf(mission, roleIn(mission, active?.id))
  if (first?.kind === 'pay' && abilityFor(mission.abilities, 'pay')?.allowed) {
    const { my } = first
    return (
      <BottomBar>
        <div>
          <Figure small>{money(my.grossMinor - my.paidGrossMinor)}</Figure>
          {my.dueBy && <small>{t('bar.before', { on: day(my.dueBy) })}</small>}
        </div>
        <Button component={Link} to={paths.share(my.shareId)}>
          {t('bar.pay')}
        </Button>
      </BottomBar>
    )
  }
  if (first?.kind === 'contract' || first?.kind === 'amendment')
    return (
      <BottomBar>
        <b>{t(`contract:todo.${first.kind}.short`)}</b>
        <Button component={Link} to={first.kind === 'contract' ? paths.contract(mission.id) : paths.amendments(mission.id)}>
          {t(`contract:todo.${first.kind}.bar`)}
        </Button>
      </BottomBar>
    )
  if (first?.kind === 'rise')
    return (
      <BottomBar>
        <b>{t('contract:todo.rise.short')}</b>
        <Button component={Link} to={paths.share(first.due.shareId)}>
          {t('contract:todo.rise.bar')}
        </Button>
      </BottomBar>
    )
  if (!first || !('milestone' in first)) return null
  const { milestone, kind } = first
  return (
    <BottomBar>
      <div>
        <b>{milestone.title}</b>
        <br />
        <small>
          {t('bar.before', { on: day(kind === 'accept' && milestone.delivery ? milestone.delivery.tacitAt : milestone.dueOn) })}
        </small>
      </div>
      <Button component="a" href={`#${anchorOf(milestone)}`}>
        {t(`bar.${kind}`)}
      </Button>
    </BottomBar>
  )
}
