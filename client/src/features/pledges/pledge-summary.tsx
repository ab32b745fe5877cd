import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PledgeView } from '@mutuo/shared/pledges/pledge.schema.ts'
import { money } from '../../platform/format.ts'
import { Card } from '../../ui/card.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Ticks } from '../../ui/ticks.tsx'

/** The promise in a few words. */
export const PledgeSummary = ({ pledge, onEdit }: { pledge: PledgeView; onEdit?: () => void }) => {
  const { t } = useTranslation('pledges')
  const { capMinor, coverMinor, units, conditions, preview } = pledge
  const { minFirms, maxShareMinor, startsBefore, excludedFirmIds, requiredProofs } = conditions
  const said = [
    t('summary.cap', { cap: capMinor }),
    ...(units > 1 ? [t('summary.units', { count: units })] : []),
    ...(minFirms === undefined ? [] : [t('summary.firms', { count: minFirms })]),
    ...(maxShareMinor === undefined ? [] : [t('summary.price', { price: maxShareMinor })]),
    ...(startsBefore === undefined ? [] : [t('summary.start', { day: startsBefore })]),
    ...(excludedFirmIds === undefined ? [] : [t('summary.without', { count: excludedFirmIds.length })]),
    ...(requiredProofs ?? []).map((proof) => t(`summary.proof.${proof}`)),
    ...(coverMinor > 0 ? [t('summary.cover', { cover: coverMinor })] : []),
  ]
  return (
    <Card aria-labelledby="resume">
      <div>
        <h2 id="resume">{t('atMost.title')}</h2>
        <Figure>{`${money(preview.atMostGrossMinor)} ${t('common:tax.gross')}`}</Figure>
        <p className="muted">{t('atMost.parts', { net: capMinor, vat: preview.atMostVatMinor })}</p>
      </div>
      <Ticks items={said} />
      <p>{t('summary.estimate', { share: preview.estimatedShareMinor, firms: preview.estimatedFirms })}</p>
      {onEdit && (
        <UnstyledButton className="link" onClick={onEdit} style={{ color: 'var(--canard-7)', textDecoration: 'underline' }}>
          {t('summary.edit')}
        </UnstyledButton>
      )}
    </Card>
  )
}
