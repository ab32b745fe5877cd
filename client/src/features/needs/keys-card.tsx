import { useTranslation } from 'react-i18next'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { compareShareKeys } from '@mutuo/shared/pledges/pledge.endpoints.ts'
import type { ShareKeysView } from '@mutuo/shared/pledges/pledge.schema.ts'
import { money } from '../../platform/format.ts'
import { useSession } from '../../platform/session.tsx'
import { keyOf, useAnswer } from '../../platform/use-endpoint.ts'
import { useLive } from '../../platform/use-live.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import classes from './need.module.css'

/** What each share key would cost the reader’s firm, before anything is settled; to organisers, how far the firms lie apart. */
export const KeysCard = ({ need }: { need: NeedView }) => {
  const { t } = useTranslation('needs')
  const { active } = useSession()
  const isConcerned = active?.kind === 'sme' || active?.id === need.group.association.id
  const isShown = isConcerned && need.state === 'gathering'
  const query = useAnswer(compareShareKeys, { needId: need.id }, { enabled: isShown })
  useLive(isShown ? `need:${need.id}` : undefined, [keyOf(compareShareKeys, { needId: need.id })])
  if (!isShown || query.data?.rows.length === 0 || query.error?.code === 'NOT_A_MEMBER') return null
  return (
    <Card aria-labelledby="cles">
      <CardHead id="cles" title={t('keys.title')} hint={t(active?.kind === 'sme' ? 'keys.lead' : 'keys.leadOthers')} />
      {query.error && !query.data ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Loaded query={query}>{(keys) => <Keys keys={keys} need={need} />}</Loaded>
      )}
    </Card>
  )
}

const Keys = ({ keys: { firms, rows, isOrganiser }, need }: { keys: ShareKeysView; need: NeedView }) => {
  const { t } = useTranslation('needs')
  const isFirm = rows.some(({ mine }) => mine)
  const hasSpread = rows.some(({ spread }) => spread)
  const minimum = need.content.minimumShareMinor ?? 0
  const measure = need.content.weighing?.by ?? 'headcount'
  return (
    <>
      <DataTable
        caption={t('keys.caption', { firms })}
        head={[
          t('keys.key'),
          ...(isFirm ? [{ text: t('keys.mine'), numeric: true }] : []),
          ...(hasSpread && !isFirm ? [{ text: t('keys.spread'), numeric: true }] : []),
        ]}
        rows={rows.map(({ key, isCurrent, mine, spread }) => ({
          key,
          here: isCurrent,
          cells: [
            <span key="key" className={classes['key']}>
              {key === 'weight' ? t(`keys.weight.${measure}`) : t(`keys.${key}`)}{' '}
              {isCurrent && <Chip tone="ocre">{t('keys.current')}</Chip>}
            </span>,
            ...(isFirm ? [<Mine key="mine" mine={mine} spread={spread} />] : []),
            ...(hasSpread && !isFirm
              ? [spread ? <Range key="spread" from={spread.leastMinor} to={spread.mostMinor} /> : t('keys.secret')]
              : []),
          ],
        }))}
      />
      <small>
        {t('keys.note', { count: firms })} {isOrganiser && t(hasSpread ? 'keys.noteSpread' : 'keys.noteFew')}{' '}
        {minimum > 0 && t('keys.minimum', { minimum })}
      </small>
    </>
  )
}

/** The firm’s own part; an organiser reads below it how far the firms lie apart, since a third column does not fit a phone. */
const Mine = ({ mine, spread }: Pick<ShareKeysView['rows'][number], 'mine' | 'spread'>) => {
  const { t } = useTranslation('needs')
  return (
    <>
      {mine ? <Range from={mine.fromMinor} to={mine.toMinor} /> : t('keys.afterCap')}
      {spread && (
        <small className={classes['spread']}>
          {t('keys.everybody')} <Range from={spread.leastMinor} to={spread.mostMinor} />
        </small>
      )}
    </>
  )
}

const Range = ({ from, to }: { from: number; to: number }) => {
  const { t } = useTranslation('needs')
  if (from === to) return money(from, { whole: true })
  return t('keys.range', { from: money(from, { whole: true }), to: money(to, { whole: true }) })
}
