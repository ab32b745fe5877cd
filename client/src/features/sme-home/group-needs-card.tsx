import { useTranslation } from 'react-i18next'
import type { GroupCard } from '@mutuo/shared/groups/group.schema.ts'
import { listNeeds } from '@mutuo/shared/needs/need.endpoints.ts'
import { useAnswer } from '../../platform/use-endpoint.ts'
import { Card } from '../../ui/card.tsx'
import { NeedLine } from './need-line.tsx'
import classes from './sme-home.module.css'

const shown = 3

/** What gathers in the firm's own group without it yet. */
export const GroupNeedsCard = ({ group }: { group: GroupCard }) => {
  const { t } = useTranslation('sme-home')
  const { data } = useAnswer(listNeeds, { state: 'gathering', groupId: group.id })
  const open = data?.items.filter(({ isParticipating }) => !isParticipating).slice(0, shown) ?? []
  if (open.length === 0) return null
  return (
    <Card aria-labelledby="a-rejoindre">
      <h2 id="a-rejoindre">{t('needs.inGroup', { group: group.name })}</h2>
      <ul className={classes['lines']}>
        {open.map((need) => (
          <li key={need.id}>
            <NeedLine need={need} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
