import { Radio, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** Upheld or dismissed. */
export const RulingChoice = ({ value, onChange }: { value: string; onChange: (value: 'upheld' | 'dismissed') => void }) => {
  const { t } = useTranslation('ballots')
  return (
    <Radio.Group label={t('ruling.choice')} value={value} onChange={(chosen) => onChange(chosen as 'upheld' | 'dismissed')}>
      <Stack gap={0}>
        {(['dismissed', 'upheld'] as const).map((ruling) => (
          <Radio key={ruling} value={ruling} label={t(`ruling.${ruling}`)} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
