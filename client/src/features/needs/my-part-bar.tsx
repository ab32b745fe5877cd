import { useTranslation } from 'react-i18next'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { money } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { useSession } from '../../platform/session.tsx'
import { abilityFor } from '../../ui/ability-button.tsx'
import { BottomBar } from '../../ui/bottom-bar.tsx'
import { JoinAction } from './join-action.tsx'
import { LinkButton } from './link-button.tsx'
import { partOf } from './my-part.ts'
import classes from './need.module.css'

const reachable = ['SIGNED_OUT', 'NO_ORGANISATION', 'NOT_A_MEMBER']

/** On the phone: the price and the one thing to do, always at hand. */
export const MyPartBar = ({ need }: { need: NeedView }) => {
  const { t } = useTranslation('needs')
  const { active } = useSession()
  const part = partOf(need)
  const join = abilityFor(need.abilities, 'join')
  const bid = abilityFor(need.abilities, 'bid')
  const price = part && (
    <div className={classes['bar']}>
      <b>{`${money(part.netMinor, { whole: true })} ${t('common:tax.net')}`}</b>
      <small>{t('part.bar', { firms: part.firms })}</small>
    </div>
  )
  if (bid?.allowed)
    return (
      <BottomBar>
        <LinkButton to={paths.ownBid(need.id)}>{t('bid.go')}</LinkButton>
      </BottomBar>
    )
  if (active?.kind !== 'freelancer' && join && (join.allowed || reachable.includes(join.reason ?? '')))
    return (
      <BottomBar>
        {price}
        <JoinAction need={need} short />
      </BottomBar>
    )
  if (need.myPledgeId && need.state === 'gathering')
    return (
      <BottomBar>
        {price}
        <LinkButton to={paths.pledge(need.id)} variant="outline">
          {t('part.changeShort')}
        </LinkButton>
      </BottomBar>
    )
  return null
}
