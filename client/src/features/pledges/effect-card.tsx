import { IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Card, CardHead } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import type { PartProps } from './step-props.ts'
import { EffectRing } from './effect-ring.tsx'
import { EffectTable } from './effect-table.tsx'
import { faultFrom } from './pledge-faults.ts'
import classes from './pledges.module.css'
import type { PreviewQuery } from './use-preview.ts'
import { WaysIn } from './ways-in.tsx'

/** What these conditions do to the table: who enters, whether the reader does, and what would let it in. */
export const EffectCard = ({ query, ...part }: PartProps & { query: PreviewQuery }) => {
  const { t } = useTranslation('pledges')
  const isFault = query.error !== null && faultFrom(query.error) !== null
  return (
    <Card className={classes['effect']} data-place={3} aria-labelledby="effet" aria-busy={query.isFetching}>
      <CardHead id="effet" title={t('effect.title')}>
        <Chip icon={<IconRefresh aria-hidden="true" />}>{t('effect.live')}</Chip>
      </CardHead>
      {isFault ? (
        <p className="muted">{t('effect.fix')}</p>
      ) : query.error && !query.data ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : part.draft.capMinor ? (
        <Loaded query={query}>
          {(preview) => (
            <>
              <EffectRing need={part.need} firm={part.firm} preview={preview} />
              <WaysIn {...part} preview={preview} />
              <EffectTable preview={preview} />
            </>
          )}
        </Loaded>
      ) : (
        <p className="muted">{t('effect.noCap')}</p>
      )}
    </Card>
  )
}
