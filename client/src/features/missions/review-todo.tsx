import type { ReactNode } from 'react'
import { Button } from '@mantine/core'
import { IconStar } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { getMissionReviews } from '@mutuo/shared/reviews/review.endpoints.ts'
import { paths } from '../../platform/paths.ts'
import { keyOf, useAnswer } from '../../platform/use-endpoint.ts'
import { useLive } from '../../platform/use-live.ts'
import { abilityFor } from '../../ui/ability-button.tsx'
import { Card } from '../../ui/card.tsx'
import classes from './missions.module.css'

/** The mission is over: what one may still say of it, and the way to what was said. `children` say that nothing waits, where nothing does. */
export const ReviewTodo = ({ mission, children }: { mission: MissionView; children: ReactNode }) => {
  const { t } = useTranslation('reviews')
  const { data } = useAnswer(getMissionReviews, { missionId: mission.id })
  useLive(`mission:${mission.id}`, [keyOf(getMissionReviews)])
  if (!data || data.window === 'none') return children
  const isAsked = abilityFor(data.abilities, 'write')?.allowed ?? false
  return (
    <>
      <Card edge={isAsked ? 'ocre' : 'canard'} className={classes['todo']}>
        <div>
          <h2>{t(isAsked ? 'todo.title' : 'todo.seeTitle')}</h2>
          <p>{t(isAsked ? 'todo.text' : `todo.${data.window}`, { on: data.closesAt })}</p>
        </div>
        <div className="row">
          <Button
            component={Link}
            to={paths.missionReviews(mission.id)}
            variant="outline"
            leftSection={<IconStar className="ico" aria-hidden="true" />}
          >
            {t(isAsked ? 'todo.go' : 'todo.see')}
          </Button>
        </div>
      </Card>
      {!isAsked && children}
    </>
  )
}
