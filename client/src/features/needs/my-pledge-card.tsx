import { useTranslation } from 'react-i18next'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import type { PledgeView } from '@mutuo/shared/pledges/pledge.schema.ts'
import { getPledge } from '@mutuo/shared/pledges/pledge.endpoints.ts'
import { money } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { spelled } from '../../platform/spelled.ts'
import { StateBadge } from '../../platform/state-badge.tsx'
import { keyOf, useAnswer } from '../../platform/use-endpoint.ts'
import { useLive } from '../../platform/use-live.ts'
import { abilityFor } from '../../ui/ability-button.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { LinkButton } from './link-button.tsx'
import classes from './need.module.css'

/** The reader's own pledge: what it would pay, at most, and what is left to do. */
export const MyPledgeCard = ({ need, pledgeId }: { need: NeedView; pledgeId: string }) => {
  const { t } = useTranslation('needs')
  const query = useAnswer(getPledge, { pledgeId })
  useLive(`need:${need.id}`, [keyOf(getPledge, { pledgeId })])
  return (
    <Loaded query={query}>
      {(pledge) => {
        if (pledge.state === 'converted') return <InMission need={need} />
        const { estimatedShareMinor, estimatedFirms, atMostGrossMinor } = pledge.preview
        const isOpen = need.state === 'gathering' && (pledge.state === 'draft' || pledge.state === 'ready')
        const mayChange = abilityFor(pledge.abilities, 'change')?.allowed === true
        return (
          <Card className={classes['part']} aria-labelledby="votre-part">
            <CardHead id="votre-part" title={t('part.title')}>
              <StateBadge process="pledge" state={pledge.state} />
            </CardHead>
            <div>
              <Figure accent>{`${money(estimatedShareMinor, { whole: true })} ${t('common:tax.net')}`}</Figure>
              <p>{t('part.estimate', { firms: estimatedFirms })}</p>
            </div>
            <p>
              {t('part.atMost')} <strong>{t('part.gross', { gross: atMostGrossMinor })}</strong>
            </p>
            {isOpen && <Standing pledge={pledge} />}
            {isOpen && pledge.state === 'draft' && (
              <LinkButton fullWidth to={`${paths.pledge(need.id)}?etape=3`}>
                {t('part.finish')}
              </LinkButton>
            )}
            {isOpen && mayChange && (
              <LinkButton fullWidth to={paths.pledge(need.id)} variant="outline">
                {t('part.change')}
              </LinkButton>
            )}
          </Card>
        )
      }}
    </Loaded>
  )
}

/** Whether the pledge comes in as things stand, and how many firms it waits for. */
const Standing = ({ pledge: { state, preview } }: { pledge: PledgeView }) => {
  const { t } = useTranslation('needs')
  const { comesInNow, points, firmsJoined } = preview
  const missing = (points.find(({ comesIn }) => comesIn)?.firms ?? firmsJoined) - firmsJoined
  const words = () => {
    if (state === 'draft') return t('part.draft')
    if (comesInNow) return t('part.comesIn')
    return missing > 0 ? t('part.waitsFor', { count: missing, firms: spelled(missing) }) : t('part.waits')
  }
  return <p className="muted">{words()}</p>
}

/** The promise has become a share, which is followed with the mission, or another firm's since. */
export const InMission = ({ need }: { need: NeedView }) => {
  const { t } = useTranslation('needs')
  const isIn = abilityFor(need.abilities, 'seeMission')?.allowed === true
  return (
    <Card className={classes['part']} aria-labelledby="votre-part">
      <CardHead id="votre-part" title={t('part.title')}>
        {isIn && <StateBadge process="pledge" state="converted" />}
      </CardHead>
      <p>{t(!isIn ? 'part.handedOver' : need.myPledgeId ? 'part.inMission' : 'part.takenOver')}</p>
      {need.missionId && isIn && <LinkButton to={paths.mission(need.missionId)}>{t('next.seeMission')}</LinkButton>}
    </Card>
  )
}
