import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { getMissionMoney } from '@mutuo/shared/billing/billing.endpoints.ts'
import type { MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { paths } from '../../platform/paths.ts'
import { useAnswer } from '../../platform/use-endpoint.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { HeldSentence } from './held-sentence.tsx'
import { MoneyBar } from './money-bar.tsx'
import { MoneyTable } from './money-table.tsx'
import { MovementLines } from './movement-lines.tsx'

const shownAtFirst = 3

/** Where the money is today: held, on its way, sent, kept as fees, not yet received; and the last movements. */
export const MoneyCard = ({ mission }: { mission: MissionView }) => {
  const { t } = useTranslation('missions')
  const isPartHidden = mission.milestones.some(({ state, transferredMinor }) => state === 'accepted' && transferredMinor === undefined)
  const query = useAnswer(getMissionMoney, { missionId: mission.id })
  return (
    <Card aria-labelledby="money">
      <CardHead id="money" title={t('money.title')} hint={t('money.hint')} />
      <Loaded query={query}>
        {({ all, mine, held, movements }) => (
          <>
            <MoneyBar places={all} name={mission.freelancer.name} />
            <MoneyTable all={all} mine={mine} mission={mission} />
            {isPartHidden && <small>{t('money.whenAll')}</small>}
            {held.length > 0 ? <HeldSentence held={held} mission={mission} /> : all.retainedMinor > 0 && <p>{t('money.backIfNot')}</p>}
            {movements.length > 0 && (
              <div>
                <h3>{t('money.last')}</h3>
                <MovementLines movements={movements.filter(({ kind }) => kind !== 'stripe_fee').slice(0, shownAtFirst)} mission={mission} />
                <Link className="link" to={paths.movements(mission.id)}>
                  {t('money.allMovements')} <IconArrowRight className="ico" aria-hidden="true" />
                </Link>
              </div>
            )}
          </>
        )}
      </Loaded>
    </Card>
  )
}
