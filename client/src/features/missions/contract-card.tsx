import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { paths } from '../../platform/paths.ts'
import { Card, CardHead } from '../../ui/card.tsx'

/** The contract in force, how many have accepted it, and the way to change it. */
export const ContractCard = ({ mission }: { mission: MissionView }) => {
  const { t } = useTranslation('contract')
  const { contract, amendment } = mission
  if (!contract) return null
  return (
    <Card tight aria-labelledby="contract">
      <CardHead as="h3" id="contract" title={t('card.title')} />
      <p>
        {t('card.accepted', { count: contract.accepted, total: contract.parties })}
        {contract.version > 1 && <> {t('card.version', { version: contract.version })}</>}
      </p>
      {amendment && <p>{t('card.amendment', { turn: amendment.turn, on: amendment.expiresAt })}</p>}
      <div className="stack tight">
        <Link className="link" to={paths.contract(mission.id)}>
          {t('card.read')}
        </Link>
        <Link className="link" to={paths.amendments(mission.id)}>
          {t('card.amendments')}
        </Link>
      </div>
    </Card>
  )
}
