import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../platform/paths.ts'
import { EmptyState } from '../../ui/empty-state.tsx'

export const NoBids = ({ needId, isFreelancer }: { needId: string; isFreelancer: boolean }) => {
  const { t } = useTranslation('bids')
  if (!isFreelancer)
    return (
      <EmptyState
        title={t('none.title')}
        text={t('none.text')}
        actions={
          <Button variant="outline" component={Link} to={paths.need(needId)}>
            {t('none.back')}
          </Button>
        }
      />
    )
  return (
    <EmptyState
      title={t('none.ownTitle')}
      text={t('none.ownText')}
      actions={
        <Button component={Link} to={paths.ownBid(needId)}>
          {t('none.prepare')}
        </Button>
      }
    />
  )
}
