import { ActionIcon, Textarea, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MilestoneDraft } from './bid-draft.ts'
import classes from './bid-form.module.css'
import { PercentField } from './percent-field.tsx'

type Props = {
  milestone: MilestoneDraft
  index: number
  isAlone: boolean
  errorOf: (field: string) => string | undefined
  onChange: (part: Partial<MilestoneDraft>) => void
  onRemove: () => void
}

export const MilestoneFields = ({ milestone, index, isAlone, errorOf, onChange, onRemove }: Props) => {
  const { t } = useTranslation('bids')
  const id = (field: string) => `milestones.${index}.${field}`
  return (
    <fieldset className={classes['milestone']}>
      <legend className="sr">{milestone.title || t('one.milestone')}</legend>
      <TextInput
        id={id('title')}
        className={classes['wide']}
        label={t('milestones.name')}
        maxLength={100}
        value={milestone.title}
        error={errorOf(id('title'))}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <PercentField
        id={id('partOfLotBp')}
        label={t('milestones.part')}
        valueBp={milestone.partBp}
        error={errorOf(id('partOfLotBp'))}
        onChange={(partBp) => onChange({ partBp })}
      />
      <TextInput
        id={id('dueOn')}
        type="date"
        label={t('one.due')}
        value={milestone.dueOn}
        error={errorOf(id('dueOn'))}
        onChange={(event) => onChange({ dueOn: event.currentTarget.value })}
      />
      <Textarea
        id={id('description')}
        className={classes['wide']}
        label={t('milestones.description')}
        autosize
        minRows={1}
        maxLength={1000}
        value={milestone.description}
        error={errorOf(id('description'))}
        onChange={(event) => onChange({ description: event.currentTarget.value })}
      />
      {!isAlone && (
        <ActionIcon
          variant="subtle"
          color="red"
          className={classes['remove']}
          aria-label={t('milestones.remove', { title: milestone.title || t('one.milestone') })}
          onClick={onRemove}
        >
          <IconTrash className="ico" aria-hidden="true" />
        </ActionIcon>
      )}
    </fieldset>
  )
}
