import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ShareKey } from '@mutuo/shared/needs/need.schema.ts'
import { AmountField } from '../../ui/amount-field.tsx'
import { Chip } from '../../ui/chip.tsx'
import classes from './form.module.css'
import type { LotDraft } from './need-draft.ts'

type Props = {
  lot: LotDraft
  index: number
  change: (part: Partial<LotDraft>) => void
  errorOf: (field: string) => string | undefined
  onRemove?: () => void
}

const keys: readonly ShareKey[] = ['equal', 'units', 'weight', 'pledge']

export const LotFields = ({ lot, index, change, errorOf, onRemove }: Props) => {
  const { t } = useTranslation('needs')
  const number = index + 1
  return (
    <fieldset className={classes['lot']}>
      <legend>
        {t('form.lotNumber', { number })} <Chip tone="plain">{t(lot.kind === 'own' ? 'lots.own' : 'lots.common')}</Chip>
      </legend>
      <TextInput
        id={`lots.${index}.title`}
        label={t('form.lotTitle')}
        placeholder={t(lot.kind === 'own' ? 'form.lotExampleOwn' : 'form.lotExampleCommon')}
        maxLength={100}
        value={lot.title}
        error={errorOf(`lots.${index}.title`)}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <Textarea
        id={`lots.${index}.description`}
        label={t('form.lotDescription')}
        autosize
        minRows={2}
        maxLength={1000}
        value={lot.description}
        error={errorOf(`lots.${index}.description`)}
        onChange={(event) => change({ description: event.currentTarget.value })}
      />
      <div className={classes['pair']}>
        <AmountField
          id={`lots.${index}.targetMinor`}
          label={t(lot.kind === 'own' ? 'form.lotPriceOwn' : 'form.lotPriceCommon')}
          hint={t(lot.kind === 'own' ? 'form.lotPriceOwnHint' : 'form.lotPriceCommonHint')}
          max={1_000_000_000}
          value={lot.targetMinor}
          error={errorOf(`lots.${index}.targetMinor`)}
          onChange={(targetMinor) => change({ targetMinor })}
        />
        {lot.kind === 'common' && (
          <NativeSelect
            label={t('form.shareKey')}
            description={t(`form.key.${lot.shareKey}.hint`)}
            value={lot.shareKey}
            onChange={(event) => change({ shareKey: event.currentTarget.value as ShareKey })}
            data={keys.map((key) => ({ value: key, label: t(`form.key.${key}.label`) }))}
          />
        )}
      </div>
      {onRemove && (
        <div>
          <Button
            variant="subtle"
            size="sm"
            color="red"
            leftSection={<IconTrash className="ico sm" aria-hidden="true" />}
            onClick={onRemove}
          >
            {t('form.removeLot')}
            <span className="sr">&nbsp;{lot.title || number}</span>
          </Button>
        </div>
      )}
    </fieldset>
  )
}
