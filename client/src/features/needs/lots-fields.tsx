import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Card, CardHead } from '../../ui/card.tsx'
import classes from './form.module.css'
import { LotFields } from './lot-fields.tsx'
import { WeighingFields } from './weighing-fields.tsx'
import { emptyLot, type LotDraft } from './need-draft.ts'
import type { FieldsProps } from './fields-props.ts'

const mostLots = 8

/** The parts of the need; each is paid by all, or by each firm for itself. */
export const LotsFields = ({ draft, change, errorOf }: FieldsProps) => {
  const { t } = useTranslation('needs')
  const { lots } = draft
  const set = (id: string, part: Partial<LotDraft>) => change({ lots: lots.map((lot) => (lot.id === id ? { ...lot, ...part } : lot)) })
  const add = (kind: LotDraft['kind']) => change({ lots: [...lots, emptyLot(kind)] })
  return (
    <Card aria-labelledby="lots-titre" id="lots" tabIndex={-1}>
      <CardHead id="lots-titre" title={t('form.lots')} hint={t('form.lotsHint')} />
      {errorOf('lots') && <p className={classes['fault']}>{errorOf('lots')}</p>}
      {lots.map((lot, index) => (
        <LotFields
          key={lot.id}
          lot={lot}
          index={index}
          change={(part) => set(lot.id, part)}
          errorOf={errorOf}
          {...(lots.length > 1 ? { onRemove: () => change({ lots: lots.filter(({ id }) => id !== lot.id) }) } : {})}
        />
      ))}
      {lots.some((lot) => lot.kind === 'common' && lot.shareKey === 'weight') && (
        <WeighingFields draft={draft} change={change} errorOf={errorOf} />
      )}
      {lots.length < mostLots && (
        <div className="row">
          {(['common', 'own'] as const).map((kind) => (
            <Button
              key={kind}
              variant="outline"
              size="sm"
              leftSection={<IconPlus className="ico sm" aria-hidden="true" />}
              onClick={() => add(kind)}
            >
              {t(`form.addLot.${kind}`)}
            </Button>
          ))}
        </div>
      )}
    </Card>
  )
}
