import type { FormEvent } from 'react'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { money } from '../../platform/format.ts'
import { problemText } from '../../platform/problem-text.ts'
import { BottomBar } from '../../ui/bottom-bar.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { useFormErrors } from '../../ui/use-form-errors.ts'
import { AfterwardsCard } from './afterwards-card.tsx'
import { atMostOf } from './at-most.ts'
import { AtMostCard } from './at-most-card.tsx'
import { CapCard } from './cap-card.tsx'
import { ConditionsCard } from './conditions-card.tsx'
import { CoverCard } from './cover-card.tsx'
import { EffectCard } from './effect-card.tsx'
import { promisedBy, type PledgeDraft } from './pledge-draft.ts'
import { faultFrom, faultsOf, type PledgeField } from './pledge-faults.ts'
import type { PartProps, StepProps } from './step-props.ts'
import classes from './pledges.module.css'
import { usePreview } from './use-preview.ts'
import { useSavePledge } from './use-save-pledge.ts'

/** Conditions and cover, with their effect on the whole table while one sets them. */
export const CheckStep = ({ need, firm, pledge, draft, change, goTo, forget }: StepProps) => {
  const { t } = useTranslation('pledges')
  const errors = useFormErrors<PledgeField>()
  const preview = usePreview(need.id, promisedBy(draft))
  const saving = useSavePledge(need.id, pledge)
  const refuse = (error: unknown) => {
    const fault = faultFrom(error)
    if (fault) errors.check(fault)
    else errors.refuse({}, problemText(error), [])
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const promised = promisedBy(draft)
    if (faultsOf(draft, need, t).measure) return goTo(1)
    if (!errors.check(faultsOf(draft, need, t)) || !promised) return
    try {
      await saving.save(draft.id, promised)
      goTo(3)
      if (!pledge) forget()
    } catch (error) {
      refuse(error)
    }
  }
  const changeAndClear = (part: Partial<PledgeDraft>) => {
    if (errors.list.length > 0) errors.clear()
    change(part)
  }
  const live = preview.error ? faultFrom(preview.error) : null
  const errorOf = (field: PledgeField) => errors.of(field) ?? live?.[field]
  const part: PartProps = { need, firm, draft, change: changeAndClear, errorOf }
  const go = (
    <Button type="submit" loading={saving.isSaving} fullWidth>
      {t('common:actions.continue')}
    </Button>
  )
  return (
    <form className={classes['check']} onSubmit={(event) => void submit(event)} noValidate>
      <div className={classes['column']}>
        <div className={classes['first']}>
          <ErrorSummary errors={errors.list} />
        </div>
        <CapCard {...part} preview={preview.data} />
        <ConditionsCard {...part} />
        <CoverCard {...part} />
        <AfterwardsCard need={need} />
      </div>
      <aside className={classes['column']}>
        <AtMostCard capMinor={draft.capMinor}>{go}</AtMostCard>
        <EffectCard {...part} query={preview} />
      </aside>
      <BottomBar>
        <div className={classes['bar']}>
          <small>{t('atMost.short')}</small>
          <b>{draft.capMinor ? `${money(atMostOf(draft.capMinor).grossMinor, { whole: true })} ${t('common:tax.gross')}` : '–'}</b>
        </div>
        {go}
      </BottomBar>
    </form>
  )
}
