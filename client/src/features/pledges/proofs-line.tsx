import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { requirableProof } from '@mutuo/shared/pledges/pledge.schema.ts'
import type { PartProps } from './step-props.ts'
import { ConditionLine, faultIdOf } from './condition-line.tsx'
import classes from './pledges.module.css'

/** « L’indépendant peut présenter… »: each proof that is ticked. */
export const ProofsLine = ({ draft, change, errorOf }: PartProps) => {
  const { t } = useTranslation('pledges')
  const { wantsProofs, requiredProofs } = draft
  const error = wantsProofs ? errorOf('requiredProofs') : undefined
  return (
    <ConditionLine
      field="requiredProofs"
      label={t('conditions.proofs')}
      hint={t('conditions.proofsHint')}
      isOn={wantsProofs}
      error={error}
      onToggle={(wants) => change({ wantsProofs: wants })}
    >
      <div
        className={classes['proofs']}
        role="group"
        id="requiredProofs"
        tabIndex={-1}
        aria-label={t('conditions.proofsLabel')}
        aria-describedby={error && faultIdOf('requiredProofs')}
      >
        {requirableProof.options.map((proof) => (
          <Checkbox
            key={proof}
            label={t(`proof.${proof}`)}
            disabled={!wantsProofs}
            checked={wantsProofs && requiredProofs.includes(proof)}
            onChange={({ currentTarget }) =>
              change({
                requiredProofs: requirableProof.options.filter((one) =>
                  one === proof ? currentTarget.checked : requiredProofs.includes(one),
                ),
              })
            }
          />
        ))}
      </div>
    </ConditionLine>
  )
}
