import { useState, type FormEvent } from 'react'
import { Button, Checkbox, Group, Radio, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { getMissionReviews, listAwaitedReviews, reviseReview, writeReview } from '@mutuo/shared/reviews/review.endpoints.ts'
import {
  freelancerMarks,
  groupMarks,
  type MissionReviews,
  type ReviewContent,
  type ReviewKind,
} from '@mutuo/shared/reviews/review.schema.ts'
import { newId } from '../../platform/new-id.ts'
import { issuesOf, problemText } from '../../platform/problem-text.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { useDraft } from '../../platform/use-draft.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { toastDone } from '../../ui/toast.ts'
import { useFormErrors } from '../../ui/use-form-errors.ts'
import { MarkField } from './mark-field.tsx'
import classes from './reviews.module.css'

type Draft = { id: string; marks: Record<string, number>; text: string; again: '' | 'yes' | 'no'; isSigned: boolean }
type Props = { reviews: MissionReviews; kind: ReviewKind; about: string; onDone: () => void }

const criteriaOf = (kind: ReviewKind) => Object.keys((kind === 'of_freelancer' ? freelancerMarks : groupMarks).shape)

const draftOf = (mine: MissionReviews['mine']): Draft => ({
  id: newId(),
  marks: mine?.content.marks ?? {},
  text: mine?.content.text ?? '',
  again: mine ? (mine.content.wouldWorkAgain ? 'yes' : 'no') : '',
  isSigned: mine?.content.kind === 'of_freelancer' && mine.content.isSigned,
})

const contentOf = (kind: ReviewKind, { marks, text, again, isSigned }: Draft): ReviewContent => {
  const said = { text: text.trim(), wouldWorkAgain: again === 'yes' }
  return kind === 'of_freelancer'
    ? { kind, marks: freelancerMarks.parse(marks), ...said, isSigned }
    : { kind, marks: groupMarks.parse(marks), ...said }
}

/** Stars, words, and whether to sign: kept on the device until it is sent. */
export const ReviewForm = ({ reviews, kind, about, onDone }: Props) => {
  const { t } = useTranslation('reviews')
  const { missionId, mine, groupName } = reviews
  const [initial] = useState(() => draftOf(mine))
  const { value: draft, setValue, forget } = useDraft(`review.${missionId}`, initial)
  const errors = useFormErrors()
  const criteria = criteriaOf(kind)
  const send = useSend(reviews, () => {
    forget()
    toastDone(t(mine ? 'form.revised' : 'form.sent'))
    onDone()
  })
  const change = (said: Partial<Draft>) => setValue({ ...draft, ...said })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const missing = criteria.filter((criterion) => !draft.marks[criterion])
    const found = Object.fromEntries(
      missing.map((criterion) => [criterion, t('form.markMissing', { what: t(`criteria.${criterion}.name`) })]),
    )
    if (!errors.check({ ...found, again: draft.again === '' ? t('form.againMissing') : undefined })) return
    send.mutate(draft.id, contentOf(kind, draft), (error) => errors.refuse(issuesOf(error), problemText(error), []))
  }
  return (
    <Card aria-label={t('form.label', { about })}>
      <form noValidate className={classes['form']} onSubmit={submit}>
        <ErrorSummary errors={errors.list} />
        {criteria.map((criterion) => (
          <MarkField
            key={criterion}
            criterion={criterion}
            value={draft.marks[criterion] ?? 0}
            error={draft.marks[criterion] ? undefined : errors.of(criterion)}
            onChange={(value) => change({ marks: { ...draft.marks, [criterion]: value } })}
          />
        ))}
        <Radio.Group
          id="again"
          label={t(`form.again.${kind}`, { about })}
          error={draft.again === '' ? errors.of('again') : undefined}
          value={draft.again}
          onChange={(again) => change({ again: again as Draft['again'] })}
        >
          <Group mt="xs">
            <Radio value="yes" label={t('form.yes')} />
            <Radio value="no" label={t('form.no')} />
          </Group>
        </Radio.Group>
        <Textarea
          label={t('form.text')}
          description={t(`form.textHint.${kind}`)}
          autosize
          minRows={4}
          maxLength={1000}
          value={draft.text}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
        {kind === 'of_freelancer' && (
          <Checkbox
            label={t('form.sign')}
            description={t('form.signHint', { group: groupName })}
            checked={draft.isSigned}
            onChange={(event) => change({ isSigned: event.currentTarget.checked })}
          />
        )}
        <div className="row">
          <Button type="submit" loading={send.isPending}>
            {t(mine ? 'form.revise' : 'form.send')}
          </Button>
          {mine && (
            <Button
              variant="subtle"
              onClick={() => {
                forget()
                onDone()
              }}
            >
              {t('common:actions.cancel')}
            </Button>
          )}
        </div>
      </form>
    </Card>
  )
}

const useSend = ({ missionId, mine }: MissionReviews, onDone: () => void) => {
  const done = { invalidates: [keyOf(getMissionReviews), keyOf(listAwaitedReviews)], onDone }
  const write = useAct(writeReview, done)
  const revise = useAct(reviseReview, done)
  return {
    isPending: write.isPending || revise.isPending,
    mutate: (id: string, content: ReviewContent, onError: (error: unknown) => void) =>
      mine
        ? revise.mutate({ reviewId: mine.id, version: mine.version, content }, { onError })
        : write.mutate({ id, missionId, content }, { onError }),
  }
}
