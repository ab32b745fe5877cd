import { useTranslation } from 'react-i18next'
import { getNeed } from '@mutuo/shared/needs/need.endpoints.ts'
import type { BidView } from '@mutuo/shared/bids/bid.schema.ts'
import { money } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { useSession } from '../../platform/session.tsx'
import { StateBadge } from '../../platform/state-badge.tsx'
import { useAnswer } from '../../platform/use-endpoint.ts'
import { Callout } from '../../ui/callout.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Page } from '../../ui/page.tsx'
import { TwoColumns } from '../../ui/two-columns.tsx'
import { AuthorActions } from './author-actions.tsx'
import classes from './bids.module.css'
import { BidHistory } from './bid-history.tsx'
import { BidMilestones } from './bid-milestones.tsx'
import { CounterOffer } from './counter-offer.tsx'
import { PriceCard } from './price-card.tsx'
import { ProposeTerms } from './propose-terms.tsx'
import { ProofList } from './proof-list.tsx'
import { ShortlistButton } from './shortlist-button.tsx'
import { myPriceNow } from './sort-bids.ts'
import { TierTable } from './tier-table.tsx'

/** One bid from end to end: what it costs the reader first, then the letter, the milestones, and the price for every number of firms. */
export const OneBid = ({ bid }: { bid: BidView }) => {
  const { t } = useTranslation(['bids', 'negotiation'])
  const { active } = useSession()
  const { data: need } = useAnswer(getNeed, { needId: bid.needId })
  const isAuthor = active?.id === bid.freelancer.id
  const { content } = bid
  const titleOf = () => {
    if (isAuthor) return t('one.own', { need: bid.needTitle })
    const mine = myPriceNow(bid)?.shareMinor ?? undefined
    if (mine !== undefined) return t('one.mine', { name: bid.freelancer.name, price: money(mine, { whole: true }) })
    if (bid.totalMinor !== undefined) return t('one.total', { name: bid.freelancer.name, price: money(bid.totalMinor, { whole: true }) })
    return t('one.sealed', { name: bid.freelancer.name })
  }
  return (
    <Page
      title={titleOf()}
      back={isAuthor ? { to: paths.myBids, label: t('one.backToMine') } : { to: paths.bids(bid.needId), label: t('one.back') }}
      chips={
        <>
          {bid.state !== 'shortlisted' && <StateBadge process="bid" state={bid.state} />}
          {bid.mine?.isCheapestForMe && <Chip>{t('badges.cheapestForMe')}</Chip>}
          {bid.badges.map((badge) => (
            <Chip key={badge}>{t(`badges.${badge}`)}</Chip>
          ))}
        </>
      }
      lead={isAuthor ? undefined : bid.needTitle}
      actions={<ShortlistButton bid={bid} />}
    >
      {bid.counterOffer && <CounterOffer bid={bid} counterOffer={bid.counterOffer} />}
      <ProposeTerms bid={bid} />
      {isAuthor && <AuthorActions bid={bid} />}
      {!content && <Callout tone="plain">{t('one.sealedText')}</Callout>}
      {content && (
        <TwoColumns
          phone="before"
          aside={
            <>
              <PriceCard bid={bid} />
              <Card tight>
                <CardHead as="h3" title={t('rows.proofs')} />
                <ProofList proofs={bid.freelancer.proofs} />
                <p>
                  {t('one.dayRate', {
                    price: bid.freelancer.dayRateMinor === undefined ? t('notSaid') : money(bid.freelancer.dayRateMinor, { whole: true }),
                  })}
                </p>
              </Card>
            </>
          }
        >
          <Card>
            <CardHead title={t('one.letter')} />
            <p className={classes['letter']}>{content.letter || t('one.noLetter')}</p>
          </Card>
          {content.conditions && content.conditions.length > 0 && (
            <Card>
              <CardHead title={t('negotiation:conditions')} />
              <ul className="stack tight">
                {content.conditions.map((condition) => (
                  <li key={condition}>{condition}</li>
                ))}
              </ul>
            </Card>
          )}
          <BidMilestones bid={bid} content={content} lots={need?.content.lots ?? []} />
          {need && <TierTable content={content} need={need} />}
          {bid.latestVersion && <BidHistory bid={bid} />}
        </TwoColumns>
      )}
    </Page>
  )
}
