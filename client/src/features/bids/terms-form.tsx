import { Button, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BidContent, Terms } from '@mutuo/shared/bids/bid.schema.ts'
import type { ApiProblem } from '../../platform/api.ts'
import { problemText } from '../../platform/problem-text.ts'
import { useDraft } from '../../platform/use-draft.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { useFormErrors } from '../../ui/use-form-errors.ts'
import classes from './negotiation.module.css'
import { newTerms, termFaults, termsOf, type TermsDraft } from './terms-draft.ts'
import { TermPrices } from './term-prices.tsx'

type Props = {
  /** Under which it is kept on the device until it is sent. */
  name: string
  content: BidContent
  asked?: Terms
  hasCondition?: boolean
  sendLabel: string
  isPending: boolean
  onSend: (message: string, terms: Terms) => Promise<unknown>
  onCancel: () => void
}

/** What a refusal of the whole is about. */
const fieldOf: Record<string, string> = {
  TIERS_RISE: 'tiers.0.commonMinor',
  TIERS_DISORDERED: 'tiers.0.minFirms',
  DELIVERY_BEFORE_START: 'deliversOn',
}

/** Other terms for a bid: a message, and of prices and dates those that should change. */
export const TermsForm = ({ name, content, asked, hasCondition = false, sendLabel, isPending, onSend, onCancel }: Props) => {
  const { t } = useTranslation(['negotiation', 'bids'])
  const bidWords = useTranslation('bids').t
  const { value: draft, setValue, forget } = useDraft<TermsDraft>(name, newTerms(content, asked))
  const errors = useFormErrors()
  const change = (part: Partial<TermsDraft>) => setValue({ ...draft, ...part })
  const send = async () => {
    if (!errors.check(termFaults(draft, bidWords, t('form.messageMissing')))) return
    try {
      await onSend(draft.message.trim(), termsOf(draft, content))
      forget()
    } catch (error) {
      const field = fieldOf[(error as ApiProblem).code]
      errors.refuse(field ? { [field]: problemText(error) } : {}, problemText(error), field ? [field] : [])
    }
  }
  return (
    <form
      noValidate
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <ErrorSummary errors={errors.list} />
      <Textarea
        id="message"
        label={t('form.message')}
        description={hasCondition ? undefined : t('form.messageHint')}
        autosize
        minRows={2}
        maxLength={1500}
        value={draft.message}
        error={errors.of('message')}
        onChange={(event) => change({ message: event.currentTarget.value })}
      />
      <div className={classes['dates']}>
        {(['startsOn', 'deliversOn'] as const).map((field) => (
          <TextInput
            key={field}
            id={field}
            type="date"
            label={t(`rows.${field}`)}
            value={draft[field]}
            error={errors.of(field)}
            onChange={(event) => change({ [field]: event.currentTarget.value })}
          />
        ))}
      </div>
      {hasCondition && (
        <TextInput
          id="condition"
          label={t('form.condition')}
          description={t('form.conditionHint')}
          maxLength={200}
          value={draft.condition}
          onChange={(event) => change({ condition: event.currentTarget.value })}
        />
      )}
      <TermPrices content={content} tiers={draft.tiers} errorOf={errors.of} onChange={(tiers) => change({ tiers })} />
      <div className="row">
        <Button type="submit" loading={isPending}>
          {sendLabel}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          {t('form.cancel')}
        </Button>
      </div>
    </form>
  )
}
