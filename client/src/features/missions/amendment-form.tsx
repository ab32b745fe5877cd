import { useRef, useState } from 'react'
import { Button, Textarea } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { proposeAmendment } from '@mutuo/shared/missions/amendment.endpoints.ts'
import type { MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { newId } from '../../platform/new-id.ts'
import { useSession } from '../../platform/session.tsx'
import { useAct } from '../../platform/use-endpoint.ts'
import { Callout } from '../../ui/callout.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { toastDone } from '../../ui/toast.ts'
import { useFormErrors } from '../../ui/use-form-errors.ts'
import { amended } from './amendment-acts.tsx'
import { AmendmentCost } from './amendment-cost.tsx'
import { addedStep, changesOf, newDraft, type AmendmentDraft, type StepDraft } from './amendment-draft.ts'
import { AmendmentStep } from './amendment-step.tsx'
import classes from './contract.module.css'
import { PasswordConfirm } from './password-confirm.tsx'

type Props = { mission: MissionView; onDone: () => void }

/** What is still to come, ready to be changed: words, days, prices; a step more or one less. */
export const AmendmentForm = ({ mission, onDone }: Props) => {
  const { t } = useTranslation('contract')
  const { active } = useSession()
  const id = useRef(newId())
  const [draft, setDraft] = useState<AmendmentDraft>(() => newDraft(mission, active?.id))
  const [isAsked, setAsked] = useState(false)
  const errors = useFormErrors()
  const act = useAct(proposeAmendment, { invalidates: amended, onDone: () => toastDone(t('done.propose')) })
  const changes = changesOf(draft, mission)
  const common = mission.milestones.find(({ lot }) => lot.kind === 'common')
  const set = (step: StepDraft) => setDraft({ ...draft, steps: draft.steps.map((one) => (one.id === step.id ? step : one)) })
  const check = () =>
    errors.check({
      reason: draft.reason.trim() ? (changes.length > 0 ? undefined : t('form.nothing')) : t('form.reasonMissing'),
      ...Object.fromEntries(draft.steps.filter((step) => !step.isRemoved).flatMap((step) => faultsOf(step))),
    })
  const faultsOf = (step: StepDraft): [string, string][] => [
    ...(step.title.trim() ? [] : [[`title-${step.id}`, t('form.titleMissing')] as [string, string]]),
    ...(step.dueOn ? [] : [[`due-${step.id}`, t('form.dayMissing')] as [string, string]]),
    ...(step.isNew && !step.amountMinor ? [[`price-${step.id}`, t('form.priceMissing')] as [string, string]] : []),
  ]
  return (
    <Card aria-labelledby="nouvel-avenant">
      <CardHead id="nouvel-avenant" title={t('form.title')} hint={t('form.hint')} />
      <form
        noValidate
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault()
          if (check()) setAsked(true)
        }}
      >
        <ErrorSummary errors={errors.list} />
        <Textarea
          id="reason"
          label={t('form.reason')}
          description={t('form.reasonHint')}
          autosize
          minRows={2}
          maxLength={1500}
          value={draft.reason}
          error={errors.of('reason')}
          onChange={(event) => setDraft({ ...draft, reason: event.currentTarget.value })}
        />
        {draft.steps.map((step) => (
          <AmendmentStep
            key={step.id}
            step={step}
            mission={mission}
            errorOf={errors.of}
            onChange={set}
            onForget={() => setDraft({ ...draft, steps: draft.steps.filter((one) => one !== step) })}
          />
        ))}
        {common && (
          <div>
            <Button
              size="sm"
              variant="outline"
              leftSection={<IconPlus className="ico" aria-hidden="true" />}
              onClick={() => setDraft({ ...draft, steps: [...draft.steps, addedStep(common.lot.id, mission.endsOn)] })}
            >
              {t('form.add')}
            </Button>
          </div>
        )}
        <Callout tone="plain">{t('form.money')}</Callout>
        <div className="row">
          <Button type="submit">{t('form.send')}</Button>
          <Button variant="subtle" onClick={onDone}>
            {t('common:actions.cancel')}
          </Button>
        </div>
      </form>
      <PasswordConfirm
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        title={t('form.confirm')}
        confirmLabel={t('form.send')}
        onConfirm={async (password) => {
          await act.mutateAsync({ id: id.current, missionId: mission.id, reason: draft.reason.trim(), changes, password })
          onDone()
        }}
      >
        {isAsked && <AmendmentCost missionId={mission.id} changes={changes} />}
        <p>{t('form.confirmText')}</p>
      </PasswordConfirm>
    </Card>
  )
}
