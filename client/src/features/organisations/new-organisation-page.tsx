import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '../../platform/new-id.ts'
import { paths } from '../../platform/paths.ts'
import { useSession } from '../../platform/session.tsx'
import { useDraft } from '../../platform/use-draft.ts'
import { Page } from '../../ui/page.tsx'
import { Steps } from '../../ui/steps.tsx'
import { ChooseKind } from './choose-kind.tsx'
import { emptyDraft, type OrganisationDraft } from './draft.ts'
import { FillDetails } from './fill-details.tsx'
import { FindSiret } from './find-siret.tsx'

const steps = ['kind', 'siret', 'details'] as const

/** Three short steps; what was typed stays through a reload. */
export const NewOrganisationPage = () => {
  const { t } = useTranslation('organisations')
  const { active, user } = useSession()
  const [start] = useState(() => emptyDraft(newId()))
  const draft = useDraft<OrganisationDraft>('organisation', start)
  const { value } = draft
  const change = (part: Partial<OrganisationDraft>) => draft.setValue({ ...value, ...part })
  const step = value.kind ? value.step : 0
  return (
    <Page
      narrow
      tabTitle={t(`new.${steps[step]}.title`)}
      title={t(`new.${steps[step]}.title`, { name: user?.name })}
      lead={t(`new.${steps[step]}.lead`)}
      above={<Steps current={step} steps={steps.map((key) => ({ label: t(`new.${key}.step`) }))} />}
      {...(active ? { back: { to: paths.account, label: t('common:account.mine') } } : {})}
    >
      {step === 0 && <ChooseKind draft={value} change={change} />}
      {step === 1 && <FindSiret draft={value} change={change} />}
      {step === 2 && <FillDetails draft={value} change={change} onDone={draft.forget} />}
    </Page>
  )
}
