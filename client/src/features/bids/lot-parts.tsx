import { useTranslation } from 'react-i18next'
import { Card, CardHead } from '../../ui/card.tsx'
import { lotsOf } from './bid-draft.ts'
import { sumFault } from './bid-faults.ts'
import classes from './bid-form.module.css'
import type { FormPart } from './form-part.ts'
import { PercentField } from './percent-field.tsx'

const kinds = ['common', 'own'] as const

/** How each figure of a tier is divided over the lots of its kind; nothing to ask where a lot is alone. */
export const LotParts = ({ need, draft, change, errorOf }: FormPart) => {
  const { t } = useTranslation('bids')
  const divided = kinds.filter((kind) => lotsOf(need, kind).length > 1)
  if (divided.length === 0) return null
  return (
    <Card>
      <CardHead title={t('parts.title')} hint={t('parts.hint')} />
      {divided.map((kind) => {
        const lots = lotsOf(need, kind)
        const off = sumFault(
          lots.map(({ id }) => draft.parts[id] ?? 0),
          t,
        )
        return (
          <fieldset key={kind} className={classes['group']}>
            <legend>{t(`parts.${kind}`)}</legend>
            {lots.map((lot, index) => (
              <PercentField
                key={lot.id}
                id={`${kind}Lots.${index}.partBp`}
                label={lot.title}
                valueBp={draft.parts[lot.id] ?? null}
                error={errorOf(`${kind}Lots.${index}.partBp`)}
                onChange={(partBp) => change({ parts: { ...draft.parts, [lot.id]: partBp } })}
              />
            ))}
            <p role="status" className={classes['sum']} data-off={off ? '' : undefined}>
              {off ?? t('parts.whole')}
            </p>
          </fieldset>
        )
      })}
    </Card>
  )
}
