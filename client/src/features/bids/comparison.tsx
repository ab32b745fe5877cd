import { useTranslation } from 'react-i18next'
import { getNeed } from '@mutuo/shared/needs/need.endpoints.ts'
import type { BidComparison } from '@mutuo/shared/bids/bid.schema.ts'
import { paths } from '../../platform/paths.ts'
import { useSession } from '../../platform/session.tsx'
import { spelled } from '../../platform/spelled.ts'
import { StateBadge } from '../../platform/state-badge.tsx'
import { useAnswer } from '../../platform/use-endpoint.ts'
import { Chip } from '../../ui/chip.tsx'
import { Page } from '../../ui/page.tsx'
import classes from './bids.module.css'
import { WithdrawnBids } from './withdrawn-bids.tsx'
import { BidCards } from './bid-cards.tsx'
import { CounterOffer } from './counter-offer.tsx'
import { HiddenNote, useHiddenBids } from './hidden-bids.tsx'
import { KeepComparison } from './keep-comparison.tsx'
import { ComparisonLead } from './comparison-lead.tsx'
import { ComparisonTable } from './comparison-table.tsx'
import { NoBids } from './no-bids.tsx'
import { SealNotice } from './seal-notice.tsx'
import { SealedBids } from './sealed-bids.tsx'
import { SortSelect } from './sort-select.tsx'
import { useSortedBids } from './sort-bids.ts'
import { VoteNext } from './vote-next.tsx'

/** Bids side by side, the reader's own price first: a table on a wide screen, cards on the phone. */
export const Comparison = ({ comparison }: { comparison: BidComparison }) => {
  const { t } = useTranslation('bids')
  const { active } = useSession()
  const { data: need } = useAnswer(getNeed, { needId: comparison.needId })
  const isFreelancer = active?.kind === 'freelancer'
  const isVoter = need?.firms.some(({ firm, standing }) => firm.id === active?.id && standing !== 'interested') ?? false
  const bids = comparison.items.filter((bid) => bid.state !== 'withdrawn')
  const open = bids.filter((bid) => bid.content !== undefined)
  const { isHidden, hide, showAll } = useHiddenBids(comparison.needId)
  const hiddenCount = open.filter(isHidden).length
  const sorted = useSortedBids(open.filter((bid) => !isHidden(bid)))
  const count = bids.length
  const titleOf = () => {
    if (count === 0) return t('compare.none', { need: comparison.needTitle })
    if (isFreelancer) return t('compare.own', { need: comparison.needTitle })
    if (open.length === 0) return t('compare.sealed', { count, bids: spelled(count, { capital: true }), need: comparison.needTitle })
    return t('compare.title', { count: open.length, bids: spelled(open.length), need: comparison.needTitle })
  }
  return (
    <Page
      title={titleOf()}
      back={{ to: paths.need(comparison.needId), label: t('backToNeed') }}
      chips={
        <>
          <StateBadge process="need" state={comparison.needState} />
          {need?.content.skills.map((skill) => (
            <Chip key={skill} tone="plain">
              {t(`skills:${skill}`)}
            </Chip>
          ))}
          {need && <Chip tone="plain">{t('group', { name: need.group.name })}</Chip>}
        </>
      }
      lead={open.length > 0 && !isFreelancer ? <ComparisonLead comparison={comparison} /> : undefined}
    >
      <div className={classes['tools']}>
        <SealNotice comparison={comparison} wereSealed={need?.content.rules.bidsSealed ?? false} />
        {open.length > 1 && <SortSelect hasOwnPrice={open.some((bid) => bid.mine)} firms={comparison.firms} />}
      </div>
      {count === 0 && <NoBids needId={comparison.needId} isFreelancer={isFreelancer} />}
      {count > 0 && open.length === 0 && <SealedBids comparison={comparison} />}
      {open.length > 0 && (
        <>
          {sorted.length > 0 && (
            <>
              <ComparisonTable bids={sorted} firms={comparison.firms} onHide={isFreelancer ? undefined : hide} />
              <BidCards bids={sorted} firms={comparison.firms} onHide={isFreelancer ? undefined : hide} />
            </>
          )}
          {!isFreelancer && <HiddenNote count={hiddenCount} onShow={showAll} more={spelled(comparison.firms + 1)} />}
          <KeepComparison needId={comparison.needId} />
          {sorted.map((bid) => bid.counterOffer && <CounterOffer key={bid.id} bid={bid} counterOffer={bid.counterOffer} />)}
        </>
      )}
      <WithdrawnBids withdrawn={comparison.withdrawn} />
      {!isFreelancer && <VoteNext comparison={comparison} method={need?.content.rules.ballotMethod} isVoter={isVoter} />}
    </Page>
  )
}
