import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../ui/amount-field.tsx'
import { Card } from '../../ui/card.tsx'
import type { PartProps } from './step-props.ts'
import { ConditionLine } from './condition-line.tsx'
import { CountField } from './count-field.tsx'
import classes from './pledges.module.css'

const leastFirms = 2
const mostFirms = 200

/** « Je m’engage seulement si… »: each sentence that is ticked must be true. */
export const ConditionsCard = ({ draft, change, errorOf }: PartProps) => {
  const { t } = useTranslation('pledges')
  return (
    <Card plain data-place={2} aria-labelledby="conditions">
      <h2 id="conditions">{t('conditions.title')}</h2>
      <p className={`${classes['under']} muted`}>
        {t('conditions.lead')} <strong>{t('conditions.all')}</strong> {t('conditions.end')}
      </p>
      <ConditionLine
        label={t('conditions.firms')}
        hint={t('conditions.firmsHint')}
        isOn={draft.wantsFirms}
        onToggle={(wantsFirms) => change({ wantsFirms })}
      >
        <CountField
          id="minFirms"
          label={t('conditions.firmsLabel')}
          min={leastFirms}
          max={mostFirms}
          value={draft.minFirms}
          disabled={!draft.wantsFirms}
          error={draft.wantsFirms ? errorOf('minFirms') : undefined}
          onChange={(minFirms) => change({ minFirms })}
        />
      </ConditionLine>
      <ConditionLine
        label={t('conditions.price')}
        hint={t('conditions.priceHint')}
        isOn={draft.wantsPrice}
        onToggle={(wantsPrice) => change({ wantsPrice })}
      >
        <AmountField
          id="maxShareMinor"
          hideLabel
          label={t('conditions.priceLabel')}
          value={draft.maxShareMinor}
          disabled={!draft.wantsPrice}
          error={draft.wantsPrice ? errorOf('maxShareMinor') : undefined}
          onChange={(maxShareMinor) => change({ maxShareMinor })}
        />
      </ConditionLine>
      <ConditionLine
        label={t('conditions.start')}
        hint={t('conditions.startHint')}
        isOn={draft.wantsStart}
        onToggle={(wantsStart) => change({ wantsStart })}
      >
        <TextInput
          id="startsBefore"
          type="date"
          aria-label={t('conditions.startLabel')}
          value={draft.startsBefore}
          disabled={!draft.wantsStart}
          error={draft.wantsStart ? errorOf('startsBefore') : undefined}
          onChange={(event) => change({ startsBefore: event.currentTarget.value })}
        />
      </ConditionLine>
    </Card>
  )
}
