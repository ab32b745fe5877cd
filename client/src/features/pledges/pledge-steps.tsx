import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import type { PledgeView } from '@mutuo/shared/pledges/pledge.schema.ts'
import { dayTime } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { useDraft } from '../../platform/use-draft.ts'
import { Page } from '../../ui/page.tsx'
import { Steps } from '../../ui/steps.tsx'
import { AmountStep } from './amount-step.tsx'
import { CardStep } from './card-step.tsx'
import { CheckStep } from './check-step.tsx'
import { PledgeDone } from './pledge-done.tsx'
import { draftOf, emptyDraft, type PledgeDraft } from './pledge-draft.ts'
import type { OwnFirm, StepProps } from './step-props.ts'
import { useCardReturn } from './use-card-return.ts'
import { WithdrawPledge } from './withdraw-pledge.tsx'

const names = ['amount', 'check', 'card'] as const

type Props = { need: NeedView; firm: OwnFirm; pledge: PledgeView | undefined; onWithdrawn: (pledge: PledgeView) => void }

/** Amount, check, means of payment. What is set stays on this device until it is promised. */
export const PledgeSteps = ({ need, firm, pledge, onWithdrawn }: Props) => {
  const { t } = useTranslation('pledges')
  const [search, setSearch] = useSearchParams()
  const initial = pledge ? draftOf(need, pledge) : emptyDraft(need, firm.units)
  const { value, setValue, forget } = useDraft<PledgeDraft>(
    `pledge.${need.id}.${pledge ? `${pledge.id}.${pledge.version}` : 'new'}`,
    initial,
  )
  // What was typed before an update of this page may lack what the page asks now.
  const draft = { ...initial, ...value }
  const back = useCardReturn(pledge?.id)
  const asked = Number(search.get('etape') ?? (pledge ? 2 : 1))
  const step = asked === 3 && !pledge ? 2 : [1, 2, 3].includes(asked) ? asked : 1
  useEffect(() => void window.scrollTo(0, 0), [step])
  const name = names[step - 1]!
  const props: StepProps = {
    need,
    firm,
    pledge,
    draft,
    change: (part) => setValue({ ...draft, ...part }),
    goTo: (next) => setSearch({ etape: String(next) }),
    forget,
  }
  if (step === 3 && pledge?.state === 'ready') return <PledgeDone need={need} pledge={pledge} />
  return (
    <Page
      title={t(`step.${name}.title`)}
      tabTitle={t('tab', { step, label: t(`step.${name}.label`) })}
      back={{ to: paths.need(need.id), label: t('back') }}
      above={<Steps current={step - 1} steps={names.map((one, index) => ({ label: t(`step.${one}.label`), to: `?etape=${index + 1}` }))} />}
      lead={t('lead', { title: need.content.title, until: dayTime(need.content.gatheringClosesAt) })}
    >
      {step === 1 && <AmountStep {...props} />}
      {step === 2 && <CheckStep {...props} />}
      {step === 3 && pledge && <CardStep {...props} pledge={pledge} back={back} />}
      {pledge && <WithdrawPledge pledge={pledge} onDone={() => onWithdrawn(pledge)} />}
    </Page>
  )
}
