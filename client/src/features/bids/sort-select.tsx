import { useId } from 'react'
import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { spelled } from '../../platform/spelled.ts'
import classes from './bids.module.css'
import { sorts, useSort } from './sort-bids.ts'

export const SortSelect = ({ hasOwnPrice, firms }: { hasOwnPrice: boolean; firms: number }) => {
  const { t } = useTranslation('bids')
  const id = useId()
  const { sort, change } = useSort()
  const choices = sorts.filter((each) => each !== (hasOwnPrice ? undefined : 'prix'))
  return (
    <div className={classes['sort']} data-noprint="">
      <label htmlFor={id}>{t('sort.label')}</label>
      <NativeSelect
        id={id}
        value={hasOwnPrice || sort !== 'prix' ? sort : 'total'}
        onChange={(event) => change(event.currentTarget.value)}
        data={choices.map((value) => ({ value, label: t(`sort.${value}`, { firms: spelled(firms) }) }))}
      />
    </div>
  )
}
