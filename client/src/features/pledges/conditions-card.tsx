import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../ui/amount-field.tsx'
import { Card } from '../../ui/card.tsx'
import type { PartProps } from './step-props.ts'
import { ConditionLine, faultIdOf } from './condition-line.tsx'
import { CountField } from './count-field.tsx'
import classes from './pledges.module.css'
import { ProofsLine } from './proofs-line.tsx'
import { WithoutLine } from './without-line.tsx'

const leastFirms = 2
const mostFirms = 200

/** « Je m’engage seulement si… »: each sentence that is ticked must be true. */
export const ConditionsCard = (part: PartProps) => {
  const { draft, change, errorOf } = part
  const { t } = useTranslation('pledges')
  const priceError = draft.wantsPrice ? errorOf('maxShareMinor') : undefined
  const startError = draft.wantsStart ? errorOf('startsBefore') : undefined
  const firmsError = draft.wantsFirms ? errorOf('minFirms') : undefined
  return (
    <Card plain data-place={2} aria-labelledby="conditions">
      <h2 id="conditions">{t('conditions.title')}</h2>
      <p className={`${classes['under']} muted`}>
        {t('conditions.lead')} <strong>{t('conditions.all')}</strong> {t('conditions.end')}
      </p>
      <ConditionLine
        field="minFirms"
        label={t('conditions.firms')}
        hint={t('conditions.firmsHint')}
        isOn={draft.wantsFirms}
        error={firmsError}
        onToggle={(wantsFirms) => change({ wantsFirms })}
      >
        <CountField
          id="minFirms"
          label={t('conditions.firmsLabel')}
          min={leastFirms}
          max={mostFirms}
          value={draft.minFirms}
          disabled={!draft.wantsFirms}
          describedBy={firmsError && faultIdOf('minFirms')}
          onChange={(minFirms) => change({ minFirms })}
        />
      </ConditionLine>
      <ConditionLine
        field="maxShareMinor"
        label={t('conditions.price')}
        hint={t('conditions.priceHint')}
        isOn={draft.wantsPrice}
        error={priceError}
        onToggle={(wantsPrice) => change({ wantsPrice })}
      >
        <AmountField
          id="maxShareMinor"
          hideLabel
          label={t('conditions.priceLabel')}
          value={draft.maxShareMinor}
          disabled={!draft.wantsPrice}
          describedBy={priceError && faultIdOf('maxShareMinor')}
          onChange={(maxShareMinor) => change({ maxShareMinor })}
        />
      </ConditionLine>
      <ConditionLine
        field="startsBefore"
        label={t('conditions.start')}
        hint={t('conditions.startHint')}
        isOn={draft.wantsStart}
        error={startError}
        onToggle={(wantsStart) => change({ wantsStart })}
      >
        <TextInput
          id="startsBefore"
          type="date"
          aria-label={t('conditions.startLabel')}
          value={draft.startsBefore}
          disabled={!draft.wantsStart}
          error={Boolean(startError)}
          aria-describedby={startError && faultIdOf('startsBefore')}
          onChange={(event) => change({ startsBefore: event.currentTarget.value })}
        />
      </ConditionLine>
      <WithoutLine {...part} />
      <ProofsLine {...part} />
    </Card>
  )
}
