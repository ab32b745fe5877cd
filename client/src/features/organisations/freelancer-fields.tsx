import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { SkillsField } from '../../platform/skills-field.tsx'
import { AmountField } from '../../ui/amount-field.tsx'
import type { FieldsProps } from './detail-faults.ts'

/** What firms read before they open a bid. */
export const FreelancerFields = ({ draft, change, errorOf }: FieldsProps) => {
  const { t } = useTranslation(['organisations', 'skills'])
  return (
    <>
      <TextInput
        id="headline"
        label={t('fields.headline')}
        description={t('fields.headlineHint')}
        maxLength={140}
        value={draft.headline}
        onChange={(event) => change({ headline: event.currentTarget.value })}
        error={errorOf('headline')}
      />
      <AmountField
        label={t('fields.dayRate')}
        hint={t('common:form.optional')}
        value={draft.dayRateMinor}
        onChange={(dayRateMinor) => change({ dayRateMinor })}
      />
      <SkillsField label={t('fields.skills')} value={draft.skills} onChange={(skills) => change({ skills })} />
    </>
  )
}
