import { useTranslation } from 'react-i18next'
import type { RoomCard } from '@mutuo/shared/chat/room.schema.ts'
import { isPriceOpen } from '@mutuo/shared/needs/need.rules.ts'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { money } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { useSession } from '../../platform/session.tsx'
import { abilityFor } from '../../ui/ability-button.tsx'
import { Card } from '../../ui/card.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Ticks } from '../../ui/ticks.tsx'
import { BidPartCard } from './bid-part-card.tsx'
import { JoinAction } from './join-action.tsx'
import { LinkButton } from './link-button.tsx'
import { partOf } from './my-part.ts'
import { InMission, MyPledgeCard } from './my-pledge-card.tsx'
import classes from './need.module.css'

type Props = { need: NeedView; room: RoomCard | undefined }

/** What the need is for the reader: its price and the way in, its pledge, or its bid. */
export const MyPartCard = ({ need, room }: Props) => {
  const { t } = useTranslation('needs')
  const { active } = useSession()
  if (need.myPledgeId) return <MyPledgeCard need={need} pledgeId={need.myPledgeId} />
  if (active?.kind === 'freelancer') return <BidPartCard need={need} />
  if (active?.kind === 'sme' && abilityFor(need.abilities, 'seeMission')) return <InMission need={need} />
  const part = isPriceOpen(need.state) ? partOf(need) : null
  const isFirm = active === null || active.kind === 'sme'
  const isOpen = need.state === 'gathering'
  if (!part && !room && !isOpen) return null
  return (
    <Card className={classes['part']} aria-labelledby="votre-part">
      <h2 id="votre-part">
        {t(isFirm && (isOpen || need.state === 'draft' || need.state === 'review') ? 'part.title' : 'part.titleOthers')}
      </h2>
      {part && (
        <div>
          <Figure accent>{`${money(part.netMinor, { whole: true })} ${t('common:tax.net')}`}</Figure>
          <p>{t(isFirm && isOpen ? 'part.withYou' : 'part.at', { firms: part.firms, gross: part.grossMinor })}</p>
        </div>
      )}
      {isFirm && isOpen && <Ticks items={[t('part.cap'), t('part.nothingCharged'), t('part.together')]} />}
      {isFirm && <JoinAction need={need} />}
      {room && (
        <LinkButton fullWidth to={paths.room(room.id)} variant="outline">
          {t('part.ask')}
        </LinkButton>
      )}
    </Card>
  )
}
