import { Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Card } from './card.tsx'
import classes from './loading.module.css'

/** The shape of what is coming; screen readers hear that it loads. */
export const LoadingCards = ({ count = 3, columns = false }: { count?: number; columns?: boolean }) => {
  const { t } = useTranslation()
  return (
    <div role="status" aria-label={t('loading')} className={columns ? classes['columns'] : 'stack'}>
      {Array.from({ length: count }, (_, index) => (
        <Card key={index} aria-hidden="true">
          <Skeleton height={18} width="40%" radius="sm" />
          <Skeleton height={16} width="90%" radius="sm" />
          <Skeleton height={16} width="70%" radius="sm" />
        </Card>
      ))}
    </div>
  )
}

/** A whole page that is coming. */
export const LoadingPage = () => (
  <div className="stack">
    <Skeleton height={40} width="55%" radius="sm" aria-hidden="true" />
    <LoadingCards count={2} />
  </div>
)
