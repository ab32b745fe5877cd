import { useEffect, useState, type FormEvent } from 'react'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { getGroup } from '@mutuo/shared/groups/group.endpoints.ts'
import type { GroupCard } from '@mutuo/shared/groups/group.schema.ts'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { ApiProblem } from '../../platform/api.ts'
import { paths } from '../../platform/paths.ts'
import { issuesOf, problemText } from '../../platform/problem-text.ts'
import { useSession } from '../../platform/session.tsx'
import { useDraft } from '../../platform/use-draft.ts'
import { useAnswer } from '../../platform/use-endpoint.ts'
import { ErrorSummary, type FormError } from '../../ui/error-summary.tsx'
import { Page } from '../../ui/page.tsx'
import { Steps } from '../../ui/steps.tsx'
import { toastDone, toastProblem } from '../../ui/toast.ts'
import { CheckNeed } from './check-need.tsx'
import type { FieldsProps } from './fields-props.ts'
import type { NeedDraft } from './need-draft.ts'
import { faultsOfNumbers, faultsOfWhat, fieldOfCode, fieldOfPath, stepOf, type Faults } from './need-faults.ts'
import { NumbersFields } from './numbers-fields.tsx'
import { RulesFields } from './rules-fields.tsx'
import { useSaveNeed } from './use-save-need.ts'
import { WhatFields } from './what-fields.tsx'

type Props = { name: string; initial: () => NeedDraft; groups: readonly GroupCard[]; need?: NeedView }

const steps = ['what', 'numbers', 'rules'] as const

/** A need in three steps: what, how many and when, by which rules. What is typed stays on this device until it is sent. */
export const NeedForm = ({ name, initial, groups, need }: Props) => {
  const { t } = useTranslation('needs')
  const { active } = useSession()
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const [first] = useState(initial)
  const { value: draft, setValue } = useDraft(name, first, localStorage)
  const [errors, setErrors] = useState<FormError[]>([])
  const [touched, setTouched] = useState<readonly string[]>([])
  const saving = useSaveNeed(need)
  const asked = Number(search.get('etape') ?? '1')
  const faultsBefore = (step: number): Faults => ({
    ...(step > 1 ? faultsOfWhat(draft, t) : {}),
    ...(step > 2 ? faultsOfNumbers(draft, t) : {}),
  })
  const step = [1, 2, 3].includes(asked) ? asked : 1
  const goTo = (next: number) => navigate({ search: `?etape=${next}` })
  useEffect(() => void window.scrollTo(0, 0), [step])

  /** Shows what must be put right, at the first step that has any. */
  const hasFaults = (faults: Faults) => {
    const found = Object.entries(faults).flatMap(([field, text]) => (text ? [{ field, text }] : []))
    setErrors(found)
    setTouched([])
    const at = found[0] ? stepOf(found[0].field) : step
    if (at !== step) void goTo(at)
    return found.length > 0
  }
  const refuse = (error: unknown) => {
    const field = error instanceof ApiProblem ? fieldOfCode[error.code] : undefined
    const issues = Object.entries(issuesOf(error)).map(([path, text]): [string, string] => [fieldOfPath(path), text])
    if (field) hasFaults({ [field]: problemText(error) })
    else if (issues.length > 0) hasFaults(Object.fromEntries(issues))
    else setErrors([{ text: problemText(error) }])
  }
  const finish = async (andPublish: boolean) => {
    const { groupId, commune } = draft
    if (hasFaults(faultsBefore(3)) || !groupId || !commune) return
    try {
      const saved = await saving.save({ ...draft, groupId, commune })
      setValue(initial())
      if (andPublish) await saving.publish(saved.id).then(() => toastDone(t('form.published')), toastProblem)
      else toastDone(t('form.saved'))
      await saving.refresh()
      await navigate(paths.need(saved.id))
    } catch (error) {
      refuse(error)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (step === 3) return void finish(active?.role === 'owner')
    if (!hasFaults(faultsBefore(step + 1))) void goTo(step + 1)
  }
  const fields: FieldsProps = {
    draft,
    change: (part) => {
      setValue({ ...draft, ...part })
      if (errors.length > 0) setTouched([...touched, ...Object.keys(part)])
    },
    errorOf: (field) => (touched.includes(field.split('.')[0]!) ? undefined : errors.find((error) => error.field === field)?.text),
  }
  const { data: group } = useAnswer(getGroup, { groupId: draft.groupId ?? '' }, { enabled: draft.groupId !== null })
  const waits = group?.rules.needsApproval === true && active?.kind === 'sme'
  return (
    <Page
      title={t(`form.step.${steps[step - 1]!}.title`)}
      tabTitle={t('form.tab', { step, label: t(`form.step.${steps[step - 1]!}.label`) })}
      lead={t(`form.step.${steps[step - 1]!}.lead`)}
      back={{ to: need ? paths.need(need.id) : paths.needs, label: t(need ? 'form.backToNeed' : 'form.backToList') }}
      above={
        <Steps current={step - 1} steps={steps.map((key, index) => ({ label: t(`form.step.${key}.label`), to: `?etape=${index + 1}` }))} />
      }
      narrow
    >
      <form className="stack" noValidate onSubmit={submit}>
        <ErrorSummary errors={errors} />
        {step === 1 && !need && (
          <Link className="link" to={paths.templates}>
            {t('needs-finding:templates.link')}
          </Link>
        )}
        {step === 1 && <WhatFields {...fields} groups={groups} isNew={!need} />}
        {step === 2 && <NumbersFields {...fields} />}
        {step === 3 && (
          <>
            <RulesFields {...fields} />
            <CheckNeed draft={draft} groupName={need?.group.name ?? group?.name ?? ''} />
          </>
        )}
        <div className="row">
          <Button type="submit" loading={saving.isSaving}>
            {t(step < 3 ? 'common:actions.continue' : active?.role === 'owner' ? (waits ? 'form.send' : 'form.publish') : 'form.keep')}
          </Button>
          {step === 3 && active?.role === 'owner' && (
            <Button variant="outline" disabled={saving.isSaving} onClick={() => void finish(false)}>
              {t('form.keep')}
            </Button>
          )}
          {step > 1 && (
            <Button variant="subtle" onClick={() => void goTo(step - 1)}>
              {t('common:actions.back')}
            </Button>
          )}
        </div>
        <small>{t('form.kept')}</small>
      </form>
    </Page>
  )
}
