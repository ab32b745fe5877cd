import { useState } from 'react'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { BidView } from '@mutuo/shared/bids/bid.schema.ts'
import type { PayoutStatus } from '@mutuo/shared/billing/billing.schema.ts'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { paths } from '../../platform/paths.ts'
import { PayoutAccountCard } from '../../platform/payout-account-card.tsx'
import { issuesOf, problemText, sentenceOf } from '../../platform/problem-text.ts'
import { useDraft } from '../../platform/use-draft.ts'
import type { ApiProblem } from '../../platform/api.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { DisabledAction } from '../../ui/disabled-action.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { toastDone } from '../../ui/toast.ts'
import { TwoColumns } from '../../ui/two-columns.tsx'
import { useFormErrors } from '../../ui/use-form-errors.ts'
import classes from './bid-form.module.css'
import { draftOf, newDraft, type BidDraft } from './bid-draft.ts'
import { faultsOf, tierFaults } from './bid-faults.ts'
import { DateFields } from './date-fields.tsx'
import { LetterField } from './letter-field.tsx'
import { LotMilestones } from './lot-milestones.tsx'
import { LotParts } from './lot-parts.tsx'
import { PricePreview } from './price-preview.tsx'
import { TierFields } from './tier-fields.tsx'
import { useOwnBid } from './use-own-bid.ts'

type Props = {
  need: NeedView
  own: BidView | undefined
  /** How many bids of this freelancer the need has seen: a new one after a withdrawal is not the draft of the former. */
  earlier: number
  account: { status: PayoutStatus; platformFeeBp: number } | undefined
}

/** What a refusal of the whole is about. */
const fieldOf: Record<string, string> = {
  TIERS_RISE: 'tiers.0.commonMinor',
  TIERS_DISORDERED: 'tiers.0.minFirms',
  PARTS_DO_NOT_SUM: 'milestones.0.partOfLotBp',
  MILESTONE_TOO_SMALL: 'milestones.0.partOfLotBp',
  DELIVERY_BEFORE_START: 'deliversOn',
}

export const BidForm = ({ need, own, earlier, account }: Props) => {
  const { t } = useTranslation('bids')
  const navigate = useNavigate()
  const name = own ? `bid.${own.id}.${own.version}` : `bid.${need.id}.${earlier}`
  const { value: draft, setValue, forget } = useDraft<BidDraft>(name, own?.content ? draftOf(own, own.content) : newDraft(need))
  const [isConfirming, setConfirming] = useState(false)
  const errors = useFormErrors()
  const bid = useOwnBid(need, own)
  const change = (part: Partial<BidDraft>) => setValue({ ...draft, ...part })
  const live = tierFaults(draft, t)
  const isWhole = () => errors.check(faultsOf(draft, need, t))
  const refuse = (error: ApiProblem) => {
    const field = fieldOf[error.code]
    const issues = field ? { [field]: problemText(error) } : issuesOf(error)
    errors.refuse(issues, problemText(error), Object.keys(issues))
  }
  const save = async () => {
    if (!isWhole()) return
    try {
      await bid.save(draft)
      forget()
      toastDone(t('form.saved'))
      await bid.askAgain()
    } catch (error) {
      refuse(error as ApiProblem)
    }
  }
  const submit = async () => {
    const saved = await bid.save(draft)
    const submitted = await bid.submit(saved)
    forget()
    toastDone(t('form.submitted'))
    await navigate(paths.bid(need.id, submitted.id))
    await bid.askAgain()
  }
  const shared = { need, draft, change, errorOf: (field: string) => errors.of(field) ?? live[field] }
  const preview = <PricePreview need={need} draft={draft} platformFeeBp={account?.platformFeeBp ?? 0} />
  const isPayable = account?.status === 'active'
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (isWhole()) setConfirming(true)
      }}
    >
      <TwoColumns phone="never" aside={preview}>
        <ErrorSummary errors={errors.list} />
        <TierFields {...shared} />
        <div className="phone-only">{preview}</div>
        <LotParts {...shared} />
        <LotMilestones {...shared} />
        <DateFields {...shared} />
        <LetterField {...shared} />
        {account && <PayoutAccountCard account={account} />}
        <div className="stack tight">
          <div className={classes['send']}>
            {isPayable ? (
              <Button type="submit">{t('form.submit')}</Button>
            ) : (
              <DisabledAction reason={sentenceOf('PAYOUT_ACCOUNT_MISSING')}>{t('form.submit')}</DisabledAction>
            )}
            <Button variant="outline" loading={bid.isPending && !isConfirming} onClick={() => void save()}>
              {t('form.save')}
            </Button>
          </div>
          <small>{t('form.kept')}</small>
        </div>
      </TwoColumns>
      <Confirm
        isOpen={isConfirming}
        onClose={() => setConfirming(false)}
        title={t('form.confirmTitle')}
        confirmLabel={t('form.submit')}
        onConfirm={submit}
      >
        <p>{t('form.confirmText')}</p>
        <p>{t('form.confirmUntil', { at: need.content.bidsCloseAt })}</p>
      </Confirm>
    </form>
  )
}
