import { useTranslation } from 'react-i18next'
import { Page } from '../../../ui/page.tsx'

/** What the platform's administrators see: people, what was done, and the books. */
export const AdministrationPage = () => {
  const { t } = useTranslation('administration-admin')
  return <Page title={t('title')}>{null}</Page>
}
