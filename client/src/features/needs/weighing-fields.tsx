import { NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { weighing, type Weighing } from '@mutuo/shared/needs/need.schema.ts'
import classes from './form.module.css'
import type { FieldsProps } from './fields-props.ts'

const ways = weighing.options.map((one) => one.shape.by.value)

/** What firms weigh in the lots that are divided by weight. */
export const WeighingFields = ({ draft, change, errorOf }: FieldsProps) => {
  const { t } = useTranslation('needs')
  return (
    <div className={classes['pair']}>
      <NativeSelect
        id="weighBy"
        label={t('form.weighBy')}
        description={t(`form.weighing.${draft.weighBy}.hint`)}
        value={draft.weighBy}
        onChange={(event) => change({ weighBy: event.currentTarget.value as Weighing['by'] })}
        data={ways.map((by) => ({ value: by, label: t(`form.weighing.${by}.label`) }))}
      />
      {draft.weighBy === 'own' && (
        <TextInput
          id="measure"
          label={t('form.measure')}
          description={t('form.measureHint')}
          placeholder={t('form.measureExample')}
          maxLength={40}
          value={draft.measure}
          error={errorOf('measure')}
          onChange={(event) => change({ measure: event.currentTarget.value })}
        />
      )}
    </div>
  )
}
