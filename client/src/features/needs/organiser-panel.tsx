import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { paths } from '../../platform/paths.ts'
import { useSession } from '../../platform/session.tsx'
import { AbilityButton, abilityFor } from '../../ui/ability-button.tsx'
import { Card } from '../../ui/card.tsx'
import { LinkButton } from './link-button.tsx'
import { MoveDialog } from './move-dialog.tsx'
import classes from './need.module.css'
import type { OrganiserMove } from './organiser-move.ts'

/** The forward move of each state comes first and is the main one. */
const moves: readonly OrganiserMove[] = [
  'publish',
  'submit',
  'approve',
  'openBidding',
  'closeBids',
  'openVote',
  'extend',
  'sendBack',
  'cancel',
]
const main: readonly OrganiserMove[] = ['publish', 'submit', 'approve']

/** What whoever leads or follows the need may do with it; what is refused says why. */
export const OrganiserPanel = ({ need }: { need: NeedView }) => {
  const { t } = useTranslation('needs')
  const { active } = useSession()
  const [asked, setAsked] = useState<OrganiserMove | null>(null)
  const { abilities } = need
  const edit = abilityFor(abilities, 'edit')
  const shown = moves.filter((move) => abilityFor(abilities, move))
  if (shown.length === 0 && !edit) return null
  return (
    <Card aria-labelledby="organiser">
      <h2 id="organiser">{t(active?.id === need.leader.id ? 'organise.leader' : 'organise.association')}</h2>
      <div className={classes['moves']}>
        {shown.map((move) => (
          <AbilityButton
            key={move}
            ability={abilityFor(abilities, move)}
            onClick={() => setAsked(move)}
            variant={main.includes(move) ? 'filled' : 'outline'}
            {...(move === 'cancel' ? { color: 'red' } : {})}
          >
            {t(`organise.${move}.do`)}
          </AbilityButton>
        ))}
        {edit?.allowed && (
          <LinkButton to={paths.editNeed(need.id)} variant="outline">
            {t('organise.edit')}
          </LinkButton>
        )}
      </div>
      {asked && <MoveDialog need={need} move={asked} onClose={() => setAsked(null)} />}
    </Card>
  )
}
