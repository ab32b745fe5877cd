import { Checkbox, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { skills } from '@mutuo/shared/organisations/skills.ts'
import { AmountField } from '../../ui/amount-field.tsx'
import type { FieldsProps } from './detail-faults.ts'
import classes from './organisations.module.css'

const families = [...new Set(skills.map(({ family }) => family))]

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
      <Checkbox.Group
        label={t('fields.skills')}
        value={draft.skills}
        onChange={(chosen) => change({ skills: chosen as typeof draft.skills })}
      >
        {families.map((family) => (
          <fieldset key={family} className={classes['family']}>
            <legend>{t(`skills:families.${family}`)}</legend>
            {skills
              .filter((skill) => skill.family === family)
              .map(({ code }) => (
                <Checkbox key={code} value={code} label={t(`skills:${code}`)} />
              ))}
          </fieldset>
        ))}
      </Checkbox.Group>
    </>
  )
}
