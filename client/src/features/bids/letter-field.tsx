import { Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/card.tsx'
import type { FormPart } from './form-part.ts'

export const LetterField = ({ draft, change, errorOf }: FormPart) => {
  const { t } = useTranslation('bids')
  return (
    <Card>
      <Textarea
        id="letter"
        label={t('one.letter')}
        description={t('letter.hint')}
        autosize
        minRows={6}
        maxLength={6000}
        value={draft.letter}
        error={errorOf('letter')}
        onChange={(event) => change({ letter: event.currentTarget.value })}
      />
    </Card>
  )
}
