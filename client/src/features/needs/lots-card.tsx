import { useTranslation } from 'react-i18next'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { money } from '../../platform/format.ts'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import classes from './need.module.css'

/** What is bought: common lots, paid by all by a key, and own lots, one a firm. */
export const LotsCard = ({ need: { content } }: { need: NeedView }) => {
  const { t } = useTranslation('needs')
  return (
    <Card plain aria-labelledby="lots">
      <h2 id="lots">{t('lots.title')}</h2>
      {content.summary && <p className={classes['summary']}>{content.summary}</p>}
      {content.lots.map((lot) => (
        <div key={lot.id} className={classes['lot']}>
          <div className={classes['lotTitle']}>
            <h3>{lot.title}</h3>
            <Chip tone="plain">{lot.kind === 'own' ? t('lots.own') : t(`lots.key.${lot.shareKey}`)}</Chip>
          </div>
          <b className="num">{lot.kind === 'own' ? t('lots.each', { price: lot.targetMinor }) : money(lot.targetMinor, { whole: true })}</b>
          <p className="muted">{lot.description}</p>
        </div>
      ))}
      <small>{t('lots.target')}</small>
    </Card>
  )
}
