import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Card, CardHead } from '../../ui/card.tsx'
import classes from './bid-form.module.css'
import type { FormPart } from './form-part.ts'

export const DateFields = ({ need, draft, change, errorOf }: FormPart) => {
  const { t } = useTranslation('bids')
  return (
    <Card>
      <CardHead title={t('dates.title')} hint={t('dates.hint', { on: need.content.startsOn })} />
      <div className={classes['dates']}>
        <TextInput
          id="startsOn"
          type="date"
          label={t('one.starts')}
          value={draft.startsOn}
          error={errorOf('startsOn')}
          onChange={(event) => change({ startsOn: event.currentTarget.value })}
        />
        <TextInput
          id="deliversOn"
          type="date"
          label={t('rows.delivery')}
          value={draft.deliversOn}
          error={errorOf('deliversOn')}
          onChange={(event) => change({ deliversOn: event.currentTarget.value })}
        />
      </div>
    </Card>
  )
}
