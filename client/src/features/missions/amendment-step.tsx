import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { AmountField } from '../../ui/amount-field.tsx'
import type { StepDraft } from './amendment-draft.ts'
import classes from './contract.module.css'

type Props = {
  step: StepDraft
  mission: MissionView
  errorOf: (field: string) => string | undefined
  onChange: (step: StepDraft) => void
  onForget: () => void
}

/** One milestone with what may be changed of it. Of an own lot the price is one firm's: the reader's own, or one that the freelancer names. */
export const AmendmentStep = ({ step, mission, errorOf, onChange, onForget }: Props) => {
  const { t } = useTranslation('contract')
  const milestone = mission.milestones.find(({ id }) => id === step.id)
  const isOwn = milestone?.lot.kind === 'own'
  const isMine = milestone?.myAmountMinor !== undefined
  const change = (part: Partial<StepDraft>) => onChange({ ...step, ...part })
  const name = milestone?.title ?? (step.title || t('form.newStep'))
  if (step.isRemoved)
    return (
      <fieldset className={classes['step']}>
        <legend>{name}</legend>
        <p>{t('form.removed')}</p>
        <div>
          <Button size="sm" variant="outline" onClick={() => change({ isRemoved: false })}>
            {t('form.keep')}
          </Button>
        </div>
      </fieldset>
    )
  return (
    <fieldset className={classes['step']}>
      <legend>{name}</legend>
      <TextInput
        id={`title-${step.id}`}
        label={t('form.stepTitle')}
        maxLength={100}
        value={step.title}
        error={errorOf(`title-${step.id}`)}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <Textarea
        label={t('form.stepText')}
        maxLength={1000}
        autosize
        minRows={2}
        value={step.description}
        onChange={(event) => change({ description: event.currentTarget.value })}
      />
      <div className={classes['fields']}>
        <TextInput
          id={`due-${step.id}`}
          type="date"
          label={t('form.stepDay')}
          value={step.dueOn}
          error={errorOf(`due-${step.id}`)}
          onChange={(event) => change({ dueOn: event.currentTarget.value })}
        />
        {isOwn && !isMine && (
          <Select
            label={t('form.firm')}
            description={t('form.firmHint')}
            placeholder={t('form.firmNone')}
            clearable
            data={mission.firms.map((firm) => ({ value: firm.id, label: firm.name }))}
            value={step.firmId}
            onChange={(firmId) => change({ firmId })}
          />
        )}
        {(!isOwn || isMine || step.firmId !== null) && (
          <AmountField
            id={`price-${step.id}`}
            label={t(isOwn ? (isMine ? 'form.myPrice' : 'form.firmPrice') : 'form.stepPrice')}
            value={step.amountMinor}
            error={errorOf(`price-${step.id}`)}
            onChange={(amountMinor) => change({ amountMinor })}
          />
        )}
      </div>
      <div>
        <Button size="sm" variant="subtle" color="red" onClick={() => (step.isNew ? onForget() : change({ isRemoved: true }))}>
          {t('form.remove')}
        </Button>
      </div>
    </fieldset>
  )
}
