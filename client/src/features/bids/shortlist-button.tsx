import { Button } from '@mantine/core'
import { IconStar, IconStarFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { compareBids, getBid, shortlistBid } from '@mutuo/shared/bids/bid.endpoints.ts'
import type { BidView } from '@mutuo/shared/bids/bid.schema.ts'
import { sentenceOf } from '../../platform/problem-text.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { abilityFor } from '../../ui/ability-button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { DisabledAction } from '../../ui/disabled-action.tsx'
import { toastProblem } from '../../ui/toast.ts'
import classes from './bids.module.css'

/** The firm that leads keeps a bid in sight; the others see that it did. */
export const ShortlistButton = ({ bid }: { bid: BidView }) => {
  const { t } = useTranslation('bids')
  const isKept = bid.state === 'shortlisted'
  const act = useAct(shortlistBid, { invalidates: [keyOf(compareBids), keyOf(getBid)] })
  const ability = abilityFor(bid.abilities, isKept ? 'unshortlist' : 'shortlist')
  const words = (
    <>
      {t(isKept ? 'shortlist.kept' : 'shortlist.keep')}
      <span className="sr"> {t('offerOf', { name: bid.freelancer.name })}</span>
    </>
  )
  if (!ability) return isKept ? <Chip icon={<IconStarFilled aria-hidden="true" />}>{t('shortlist.byLeader')}</Chip> : null
  if (!ability.allowed)
    return (
      <DisabledAction size="sm" variant="outline" reason={sentenceOf(ability.reason ?? 'FORBIDDEN', ability.params)}>
        {words}
      </DisabledAction>
    )
  const Star = isKept ? IconStarFilled : IconStar
  return (
    <Button
      size="sm"
      variant="outline"
      className={classes['keep']}
      aria-pressed={isKept}
      loading={act.isPending}
      leftSection={<Star className="ico" aria-hidden="true" />}
      onClick={() => act.mutate({ bidId: bid.id, version: bid.version, isShortlisted: !isKept }, { onError: toastProblem })}
    >
      {words}
    </Button>
  )
}
