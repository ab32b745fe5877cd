import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { AbilityButton, abilityFor } from '../../ui/ability-button.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { FirmName } from '../../ui/firm-mark.tsx'
import { DelegatesDialog } from './delegates-dialog.tsx'

/** Where the charter leaves common lots to delegates: who they are, and the leader's way to name others. */
export const DelegatesCard = ({ mission }: { mission: MissionView }) => {
  const { t } = useTranslation('missions')
  const [isOpen, setOpen] = useState(false)
  const { delegates } = mission
  if (!delegates) return null
  const ability = abilityFor(mission.abilities, 'nameDelegates')
  return (
    <Card tight aria-labelledby="delegates">
      <CardHead as="h3" id="delegates" title={t('delegates.title')} />
      <ul className="stack tight">
        {delegates.map((firm) => (
          <li key={firm.id}>
            <FirmName of={firm} />
          </li>
        ))}
      </ul>
      <p>
        {delegates.length > 0 ? t('delegates.text', { count: delegates.length }) : t('delegates.none')} {t('delegates.own')}
      </p>
      {ability && (
        <AbilityButton ability={ability} variant="outline" onClick={() => setOpen(true)}>
          {t('delegates.name')}
        </AbilityButton>
      )}
      {isOpen && <DelegatesDialog mission={mission} named={delegates} onClose={() => setOpen(false)} />}
    </Card>
  )
}
