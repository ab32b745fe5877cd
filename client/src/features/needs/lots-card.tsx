import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import type { Lot, NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { money } from '../../platform/format.ts'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { ExpectedMilestones } from './expected-milestones.tsx'
import classes from './need.module.css'

const keyWords = (lot: Lot, weighing: NeedView['content']['weighing'], t: TFunction<'needs'>) => {
  if (lot.kind === 'own') return t('lots.own')
  if (lot.shareKey !== 'weight' || !weighing || weighing.by === 'headcount') return t(`lots.key.${lot.shareKey}`)
  return weighing.by === 'turnover' ? t('lots.key.turnover') : t('lots.key.own', { measure: weighing.measure })
}

/** What is bought: common lots, paid by all by a key, and own lots, one a firm. */
export const LotsCard = ({ need }: { need: NeedView }) => {
  const { content } = need
  const { t } = useTranslation('needs')
  return (
    <Card plain aria-labelledby="lots">
      <h2 id="lots">{t('lots.title')}</h2>
      {content.summary && <p className={classes['summary']}>{content.summary}</p>}
      {content.lots.map((lot) => (
        <div key={lot.id} className={classes['lot']}>
          <div className={classes['lotTitle']}>
            <h3>{lot.title}</h3>
            <Chip tone="plain">{keyWords(lot, content.weighing, t)}</Chip>
          </div>
          <b className="num">{lot.kind === 'own' ? t('lots.each', { price: lot.targetMinor }) : money(lot.targetMinor, { whole: true })}</b>
          <p className="muted">{lot.description}</p>
          <ExpectedMilestones need={need} lotId={lot.id} />
        </div>
      ))}
      <small>
        {t('lots.target')} {(content.minimumShareMinor ?? 0) > 0 && t('lots.minimum', { minimum: content.minimumShareMinor })}
      </small>
    </Card>
  )
}
