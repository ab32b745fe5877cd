import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { GroupCard } from '@mutuo/shared/groups/group.schema.ts'
import { CommuneField } from '../../platform/commune-field.tsx'
import { SkillsField } from '../../platform/skills-field.tsx'
import { Card } from '../../ui/card.tsx'
import { LotsFields } from './lots-fields.tsx'
import { MilestonesFields } from './milestones-fields.tsx'
import type { FieldsProps } from './fields-props.ts'
import { SimilarNeeds } from './similar-needs.tsx'

/** What is wanted, of whom, where, and in which parts. */
export const WhatFields = ({ groups, isNew, ...fields }: FieldsProps & { groups: readonly GroupCard[]; isNew: boolean }) => {
  const { t } = useTranslation('needs')
  const { draft, change, errorOf } = fields
  return (
    <>
      <Card>
        {isNew && (groups.length > 1 || !groups.some(({ id }) => id === draft.groupId)) && (
          <NativeSelect
            id="groupId"
            label={t('form.group')}
            value={draft.groupId ?? ''}
            error={errorOf('groupId')}
            onChange={(event) => change({ groupId: event.currentTarget.value || null })}
            data={[{ value: '', label: t('form.choose') }, ...groups.map(({ id, name }) => ({ value: id, label: name }))]}
          />
        )}
        <TextInput
          id="title"
          label={t('form.title')}
          description={t('form.titleHint')}
          maxLength={140}
          value={draft.title}
          error={errorOf('title')}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <Textarea
          id="summary"
          label={t('form.summary')}
          description={t('form.summaryHint')}
          autosize
          minRows={3}
          maxLength={4000}
          value={draft.summary}
          error={errorOf('summary')}
          onChange={(event) => change({ summary: event.currentTarget.value })}
        />
        <CommuneField
          id="commune"
          label={t('form.commune')}
          value={draft.commune}
          error={errorOf('commune')}
          onChange={(commune) => change({ commune: commune && { code: commune.code, name: commune.name } })}
        />
      </Card>
      <Card>
        <SkillsField
          id="skills"
          label={t('form.skills')}
          hint={t('form.skillsHint')}
          value={draft.skills}
          error={errorOf('skills')}
          onChange={(skills) => change({ skills })}
        />
      </Card>
      {isNew && <SimilarNeeds draft={draft} />}
      <LotsFields {...fields} />
      <MilestonesFields {...fields} />
    </>
  )
}
