import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { listTemplates } from '@mutuo/shared/needs/reuse.endpoints.ts'
import { paths } from '../../platform/paths.ts'
import { useSession } from '../../platform/session.tsx'
import { usePages } from '../../platform/use-endpoint.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { LoadingCards } from '../../ui/loading.tsx'
import { Page } from '../../ui/page.tsx'
import { LinkButton } from './link-button.tsx'
import { TemplateCard } from './template-card.tsx'

/** The needs that an association keeps for its groups to start from. */
export const TemplatesPage = () => {
  const { t } = useTranslation('needs-finding')
  const { active } = useSession()
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = usePages(listTemplates, {})
  const templates = data?.pages.flatMap(({ items }) => items)
  const isAssociation = active?.kind === 'association'
  return (
    <Page
      title={t('templates.title')}
      lead={t(isAssociation ? 'templates.leadAssociation' : 'templates.lead')}
      back={{ to: paths.newNeed, label: t('templates.back') }}
      narrow
    >
      {!templates && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingCards />)}
      {templates?.length === 0 && (
        <EmptyState
          title={t('templates.none')}
          text={t(isAssociation ? 'templates.noneAssociation' : 'templates.noneText')}
          actions={
            <LinkButton to={isAssociation ? paths.needs : paths.newNeed}>
              {t(isAssociation ? 'templates.needs' : 'templates.fromScratch')}
            </LinkButton>
          }
        />
      )}
      {templates?.map((template) => (
        <TemplateCard key={template.id} template={template} />
      ))}
      {hasNextPage && (
        <div>
          <Button variant="outline" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('common:actions.showMore')}
          </Button>
        </div>
      )}
    </Page>
  )
}
