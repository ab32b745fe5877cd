import { useTranslation } from 'react-i18next'
import type { PledgePreview } from '@mutuo/shared/pledges/pledge.schema.ts'
import { money } from '../../platform/format.ts'
import { spelled } from '../../platform/spelled.ts'
import { AmountField } from '../../ui/amount-field.tsx'
import { Card } from '../../ui/card.tsx'
import { SharesBar, Swatch } from '../../ui/shares-bar.tsx'
import { atMostOf } from './at-most.ts'
import type { PartProps } from './step-props.ts'
import classes from './pledges.module.css'

/** What the cap is made of: the estimated share, the cover, and what is left. */
export const CapCard = ({ draft, change, errorOf, firm, preview }: PartProps & { preview: PledgePreview | undefined }) => {
  const { t } = useTranslation('pledges')
  const capMinor = draft.capMinor ?? 0
  const coverMinor = draft.wantsCover ? (draft.coverMinor ?? 0) : 0
  const isCovered = preview !== undefined && preview.estimatedShareMinor + coverMinor <= capMinor
  return (
    <Card data-place={1} aria-labelledby="plafond">
      <h2 id="plafond">{t('cap.title')}</h2>
      <div className={classes['cap']}>
        <div>
          <AmountField
            id="capMinor"
            label={t('cap.label')}
            value={draft.capMinor}
            error={errorOf('capMinor')}
            onChange={(next) => change({ capMinor: next })}
          />
          {capMinor > 0 && <p className={`${classes['gross']} muted`}>{t('cap.gross', { gross: atMostOf(capMinor).grossMinor })}</p>}
        </div>
        {preview && isCovered && (
          <div>
            <SharesBar
              total={capMinor}
              label={t('cap.bar', {
                cap: capMinor,
                share: preview.estimatedShareMinor,
                cover: coverMinor,
                margin: capMinor - coverMinor - preview.estimatedShareMinor,
              })}
              segments={[
                { key: 'share', weight: preview.estimatedShareMinor, colour: firm.colour },
                { key: 'cover', weight: coverMinor, colour: firm.colour, look: 'hatched' },
              ]}
            />
            <dl className={classes['sums']}>
              <Line label={t('cap.share', { firms: spelled(preview.estimatedFirms) })} minor={preview.estimatedShareMinor}>
                <Swatch colour={firm.colour} />
              </Line>
              {coverMinor > 0 && (
                <Line label={t('cap.cover')} minor={coverMinor}>
                  <Swatch colour={firm.colour} look="hatched" />
                </Line>
              )}
              <Line label={t('cap.margin')} minor={capMinor - coverMinor - preview.estimatedShareMinor}>
                <Swatch colour="var(--track)" />
              </Line>
              <Line label={t('cap.total')} minor={capMinor} total />
            </dl>
          </div>
        )}
        {preview && !isCovered && (
          <p className={classes['short']}>
            {t('cap.tooLow', {
              firms: preview.estimatedFirms,
              share: preview.estimatedShareMinor,
              short: preview.estimatedShareMinor + coverMinor - capMinor,
            })}
          </p>
        )}
      </div>
    </Card>
  )
}

const Line = ({ label, minor, total, children }: { label: string; minor: number; total?: boolean; children?: React.ReactNode }) => (
  <div data-total={total ? '' : undefined}>
    <dt>
      <span aria-hidden="true">{children}</span>
      {label}
    </dt>
    <dd className="num">{money(minor)}</dd>
  </div>
)
