import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { listAudit } from '@mutuo/shared/administration/administration.endpoints.ts'
import { number } from '../../../platform/format.ts'
import { usePages } from '../../../platform/use-endpoint.ts'
import { Callout } from '../../../ui/callout.tsx'
import { Card } from '../../../ui/card.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { When } from '../../../ui/when.tsx'
import classes from './administration.module.css'

const atOnce = 30
const nothing = '{}'

/** Who did what to what, latest first, and whether the chain of hashes still holds. */
export const AuditLog = () => {
  const { t } = useTranslation('administration-admin')
  const query = usePages(listAudit, { limit: atOnce })
  const lines = query.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Loaded query={query}>
      {({ pages }) => (
        <div className="stack">
          <ChainState isIntact={pages.every(({ isChainIntact }) => isChainIntact)} />
          <Card>
            {lines.length === 0 ? (
              <p>{t('audit.none')}</p>
            ) : (
              <DataTable
                caption={t('audit.tab')}
                head={[t('audit.seq'), t('audit.when'), t('audit.who'), t('audit.what'), t('audit.object')]}
                rows={lines.map(({ seq, at, actor, action, object, detail }) => ({
                  key: String(seq),
                  cells: [
                    number(seq),
                    <When key="at" at={at} />,
                    t(`audit.actors.${actor}`, { defaultValue: actor }),
                    <span key="action">
                      {t(`audit.actions.${action}`, { defaultValue: action })}
                      {detail !== nothing && <code className={classes['detail']}>{detail}</code>}
                    </span>,
                    <code key="object" className={classes['detail']}>
                      {object}
                    </code>,
                  ],
                }))}
              />
            )}
            {query.hasNextPage && (
              <Button variant="outline" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {t('common:actions.showMore')}
              </Button>
            )}
          </Card>
        </div>
      )}
    </Loaded>
  )
}

const ChainState = ({ isIntact }: { isIntact: boolean }) => {
  const { t } = useTranslation('administration-admin')
  return (
    <Callout tone={isIntact ? 'ok' : 'bad'} icon={isIntact ? <IconCheck /> : <IconAlertTriangle />}>
      <b>{t(isIntact ? 'audit.intact' : 'audit.broken')}</b> {t(isIntact ? 'audit.intactText' : 'audit.brokenText')}
    </Callout>
  )
}
