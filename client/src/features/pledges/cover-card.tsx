import { useTranslation } from 'react-i18next'
import { AmountField } from '../../ui/amount-field.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import type { PartProps } from './step-props.ts'
import { ConditionLine, faultIdOf } from './condition-line.tsx'
import classes from './pledges.module.css'

/** The part of the cap that the firm freely keeps for another’s default. */
export const CoverCard = ({ draft, change, errorOf }: PartProps) => {
  const { t } = useTranslation('pledges')
  const error = draft.wantsCover ? errorOf('coverMinor') : undefined
  return (
    <Card className={classes['cover']} data-place={4} aria-labelledby="solidarite">
      <CardHead id="solidarite" title={t('cover.title')}>
        <Chip tone="plain">{t('cover.optional')}</Chip>
      </CardHead>
      <p>
        {t('cover.text')} <strong>{t('cover.limit')}</strong>.
      </p>
      <ConditionLine
        field="coverMinor"
        label={t('cover.accept')}
        isOn={draft.wantsCover}
        error={error}
        onToggle={(wantsCover) => change({ wantsCover })}
      >
        <AmountField
          id="coverMinor"
          hideLabel
          label={t('cover.label')}
          value={draft.coverMinor}
          disabled={!draft.wantsCover}
          describedBy={error && faultIdOf('coverMinor')}
          onChange={(coverMinor) => change({ coverMinor })}
        />
      </ConditionLine>
    </Card>
  )
}
