import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/page.tsx'

export const FreelancerHomePage = () => {
  const { t } = useTranslation('freelancer-home')
  return <Page title={t('title')}>{null}</Page>
}
