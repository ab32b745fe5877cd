import type { ReactNode } from 'react'
import { IconClock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BidView, CounterOfferView } from '@mutuo/shared/bids/bid.schema.ts'
import type { OrganisationMark } from '@mutuo/shared/organisations/organisation.schema.ts'
import { money } from '../../platform/format.ts'
import { useSession } from '../../platform/session.tsx'
import { spelled } from '../../platform/spelled.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { FirmMark } from '../../ui/firm-mark.tsx'
import { When } from '../../ui/when.tsx'
import { ChangeTable, Was } from './change-table.tsx'
import { CounterOfferActs } from './counter-offer-acts.tsx'
import classes from './negotiation.module.css'

/** Where a link from the comparison leads. */
export const anchorOf = (bid: BidView) => `contre-${bid.id}`

/** What the group asks of a bid and what its freelancer says, what would change, and the answer that is the reader's to give. */
export const CounterOffer = ({ bid, counterOffer }: { bid: BidView; counterOffer: CounterOfferView }) => {
  const { t } = useTranslation('negotiation')
  const { active } = useSession()
  const isAuthor = active?.id === bid.freelancer.id
  const { answer } = counterOffer
  const isMyTurn = counterOffer.abilities.some(({ move }) => move === 'accept' || move === 'agree')
  const chip = answer ? (isAuthor ? 'answeredByYou' : 'answered') : isAuthor ? 'proposedToYou' : 'proposed'
  const changes = answer && answer.changes.length > 0 ? answer.changes : counterOffer.changes
  return (
    <Card id={anchorOf(bid)} aria-labelledby={`${anchorOf(bid)}-titre`}>
      <CardHead id={`${anchorOf(bid)}-titre`} title={isAuthor && !answer ? t('toYou') : t('to', { name: bid.freelancer.name })}>
        <Chip tone={isMyTurn ? 'ocre' : 'plain'} icon={<IconClock className="ico sm" aria-hidden="true" />}>
          {t(`chip.${chip}`, { at: counterOffer.openUntil })}
        </Chip>
      </CardHead>
      <div className={classes['talk']}>
        <div className="stack">
          <Said by={counterOffer.proposedBy} at={counterOffer.proposedAt} note={t('forGroup')} text={counterOffer.message} />
          {answer && <Said by={bid.freelancer} at={answer.at} text={answer.message} />}
        </div>
        <ChangeTable caption={t('diff')} changes={changes} first={<OwnPrice counterOffer={counterOffer} />} />
      </div>
      <CounterOfferActs bid={bid} counterOffer={counterOffer} />
    </Card>
  )
}

type SaidProps = { by: OrganisationMark; at: string; note?: ReactNode; text: string }

const Said = ({ by, at, note, text }: SaidProps) => (
  <div className={classes['said']}>
    <FirmMark of={by} />
    <div>
      <p>
        <b>{by.name}</b>{' '}
        <small>
          {note} <When at={at} weekday />
        </small>
      </p>
      <p className={classes['quote']}>{text}</p>
    </div>
  </div>
)

/** The reader's own price under the terms that wait. */
const OwnPrice = ({ counterOffer: { ownPrice } }: { counterOffer: CounterOfferView }) => {
  const { t } = useTranslation('negotiation')
  const bids = useTranslation('bids').t
  if (!ownPrice) return null
  const { firms, beforeMinor, afterMinor } = ownPrice
  const words = (amountMinor: number | null) => (amountMinor === null ? bids('steps.impossible') : money(amountMinor, { whole: true }))
  return (
    <tr>
      <th scope="row">{t('rows.mine', { count: firms, firms: spelled(firms) })}</th>
      <td>
        {beforeMinor === afterMinor && afterMinor !== null ? (
          t('unchanged', { amount: afterMinor })
        ) : (
          <>
            <Was>{words(beforeMinor)}</Was> <b>{words(afterMinor)}</b>
          </>
        )}
      </td>
    </tr>
  )
}
