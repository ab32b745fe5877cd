import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/page.tsx'
import { Appearance } from './appearance.tsx'
import { ChangePassword } from './change-password.tsx'
import { Devices } from './devices.tsx'
import { Profile } from './profile.tsx'

export const AccountPage = () => {
  const { t } = useTranslation('accounts')
  return (
    <Page title={t('account.title')} lead={t('account.lead')} narrow>
      <Profile />
      <ChangePassword />
      <Devices />
      <Appearance />
    </Page>
  )
}
