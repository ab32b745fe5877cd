import { useState } from 'react'
import { Button, Radio } from '@mantine/core'
import { IconBuildingStore, IconDeviceLaptop, IconUsersGroup } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary, type FormError } from '../../ui/error-summary.tsx'
import type { Kind, OrganisationDraft } from './draft.ts'
import classes from './organisations.module.css'

const kinds: { kind: Kind; Icon: typeof IconUsersGroup }[] = [
  { kind: 'sme', Icon: IconBuildingStore },
  { kind: 'freelancer', Icon: IconDeviceLaptop },
  { kind: 'association', Icon: IconUsersGroup },
]

type Props = { draft: OrganisationDraft; change: (part: Partial<OrganisationDraft>) => void }

export const ChooseKind = ({ draft, change }: Props) => {
  const { t } = useTranslation('organisations')
  const [errors, setErrors] = useState<FormError[]>([])
  const goOn = (event: React.FormEvent) => {
    event.preventDefault()
    if (draft.kind) change({ step: 1 })
    else setErrors([{ field: 'kind-sme', text: t('new.kind.missing') }])
  }
  return (
    <form className="stack" onSubmit={goOn} noValidate>
      <ErrorSummary errors={errors} />
      <Radio.Group value={draft.kind ?? null} onChange={(kind) => change({ kind: kind as Kind })} aria-label={t('new.kind.title')}>
        <div className="stack tight">
          {kinds.map(({ kind, Icon }) => (
            <label key={kind} className={classes['choice']} data-on={draft.kind === kind ? '' : undefined}>
              <Radio id={`kind-${kind}`} value={kind} aria-describedby={`kind-${kind}-text`} aria-label={t(`kinds.${kind}`)} />
              <span>
                <b>{t(`kinds.${kind}`)}</b>
                <small id={`kind-${kind}-text`}>{t(`new.kind.${kind}`)}</small>
              </span>
              <Icon className={classes['kindIcon']} aria-hidden="true" />
            </label>
          ))}
        </div>
      </Radio.Group>
      <div className="row">
        <Button type="submit">{t('common:actions.continue')}</Button>
      </div>
    </form>
  )
}
