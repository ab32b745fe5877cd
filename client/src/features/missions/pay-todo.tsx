import { Button } from '@mantine/core'
import { IconCreditCard } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { day, money } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { sentenceOf } from '../../platform/problem-text.ts'
import { abilityFor } from '../../ui/ability-button.tsx'
import { Card } from '../../ui/card.tsx'
import { DisabledAction } from '../../ui/disabled-action.tsx'
import classes from './missions.module.css'

type Props = { my: NonNullable<MissionView['my']>; mission: MissionView }

/** What one owes, until when, in one sentence. */
export const PayTodo = ({ my, mission }: Props) => {
  const { t } = useTranslation('missions')
  const due = money(my.grossMinor - my.paidGrossMinor)
  const pay = abilityFor(mission.abilities, 'pay')
  const words = t('todo.pay.go', { due })
  const icon = <IconCreditCard className="ico" aria-hidden="true" />
  return (
    <Card edge="ocre" className={classes['todo']}>
      <div>
        <h2>{my.dueBy ? t('todo.pay.titleBy', { due, by: day(my.dueBy) }) : t('todo.pay.title', { due })}</h2>
        <p>{t(my.vatMinor > 0 ? 'todo.pay.textVat' : 'todo.pay.text', { net: money(my.netMinor), vat: money(my.vatMinor) })}</p>
      </div>
      <div className="row">
        {pay && !pay.allowed ? (
          <DisabledAction leftSection={icon} reason={sentenceOf(pay.reason ?? 'FORBIDDEN', pay.params)}>
            {words}
          </DisabledAction>
        ) : (
          <Button component={Link} to={paths.share(my.shareId)} leftSection={icon}>
            {words}
          </Button>
        )}
        <Button component="a" href="#qui-paie-quoi" variant="subtle">
          {t('whoPays.title')}
        </Button>
      </div>
    </Card>
  )
}
