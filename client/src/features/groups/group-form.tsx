import { Button, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CommuneField } from '../../platform/commune-field.tsx'
import { issuesOf, problemText } from '../../platform/problem-text.ts'
import { BottomBar } from '../../ui/bottom-bar.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { useFormErrors } from '../../ui/use-form-errors.ts'
import type { GroupDraft } from './group-draft.ts'
import { RulesFields } from './rules-fields.tsx'

type Props = {
  draft: GroupDraft
  change: (part: Partial<GroupDraft>) => void
  submitLabel: string
  /** A group stays where it was founded. */
  isPlaceFixed?: boolean
  pending: boolean
  onSubmit: (refuse: (error: unknown) => void) => void
}
type Field = 'name' | 'communeCode' | 'charter'

/** Name, place, charter and rules of a group. */
export const GroupForm = ({ draft, change, submitLabel, isPlaceFixed = false, pending, onSubmit }: Props) => {
  const { t } = useTranslation('groups')
  const errors = useFormErrors<Field>()
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    const isWhole = errors.check({
      name: draft.name.trim() ? undefined : t('form.nameMissing'),
      communeCode: draft.commune ? undefined : t('form.communeMissing'),
      charter: draft.charter.trim() ? undefined : t('form.charterMissing'),
    })
    if (isWhole) onSubmit((error) => errors.refuse(issuesOf(error), problemText(error), ['name', 'communeCode', 'charter']))
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ErrorSummary errors={errors.list} />
      <Card>
        <CardHead title={t('form.who')} />
        <TextInput
          id="name"
          label={t('form.name')}
          description={t('form.nameHint')}
          maxLength={100}
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
          error={errors.of('name')}
        />
        {!isPlaceFixed && (
          <CommuneField
            id="communeCode"
            label={t('form.commune')}
            value={draft.commune}
            onChange={(commune) => change({ commune })}
            error={errors.of('communeCode')}
          />
        )}
        <Textarea
          label={t('form.description')}
          autosize
          minRows={2}
          maxLength={1000}
          value={draft.description}
          onChange={(event) => change({ description: event.currentTarget.value })}
        />
      </Card>
      <Card>
        <CardHead title={t('form.charter')} />
        <Textarea
          id="charter"
          label={t('form.charterText')}
          description={t('form.charterHint')}
          autosize
          minRows={6}
          maxLength={20_000}
          value={draft.charter}
          onChange={(event) => change({ charter: event.currentTarget.value })}
          error={errors.of('charter')}
        />
      </Card>
      <RulesFields rules={draft.rules} change={(part) => change({ rules: { ...draft.rules, ...part } })} />
      <BottomBar wide>
        <Button type="submit" loading={pending}>
          {submitLabel}
        </Button>
      </BottomBar>
    </form>
  )
}
