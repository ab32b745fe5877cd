import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PledgePreview } from '@mutuo/shared/pledges/pledge.schema.ts'
import { money } from '../../platform/format.ts'
import { Card } from '../../ui/card.tsx'
import { Figure } from '../../ui/figure.tsx'
import classes from './pledges.module.css'

type Props = { preview: PledgePreview | undefined; children: ReactNode }

/** The most that can ever be charged, taxes included. */
export const AtMostCard = ({ preview, children }: Props) => {
  const { t } = useTranslation('pledges')
  return (
    <Card className="wide-only" data-place={7} aria-labelledby="au-plus">
      <div>
        <h2 id="au-plus" className={classes['small']}>
          {t('atMost.title')}
        </h2>
        <Figure>{preview ? `${money(preview.atMostGrossMinor)} ${t('common:tax.gross')}` : '–'}</Figure>
        {preview && (
          <p className="muted">
            {t('atMost.parts', { net: preview.atMostGrossMinor - preview.atMostVatMinor, vat: preview.atMostVatMinor })}
          </p>
        )}
      </div>
      {children}
      <small>{t('atMost.next')}</small>
    </Card>
  )
}
