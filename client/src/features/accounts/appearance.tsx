import { NativeSelect, useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/card.tsx'

/** Light, dark, or as the system says; kept on this device. */
export const Appearance = () => {
  const { t } = useTranslation('accounts')
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Card aria-labelledby="apparence">
      <h2 id="apparence">{t('appearance.title')}</h2>
      <NativeSelect
        label={t('appearance.scheme')}
        description={t('appearance.hint')}
        data={(['auto', 'light', 'dark'] as const).map((value) => ({ value, label: t(`appearance.${value}`) }))}
        value={colorScheme}
        onChange={(event) => setColorScheme(event.currentTarget.value as MantineColorScheme)}
      />
    </Card>
  )
}
