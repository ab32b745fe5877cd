import { Button, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { answerQuestion, listQuestions } from '@mutuo/shared/needs/question.endpoints.ts'
import type { QuestionView } from '@mutuo/shared/needs/question.schema.ts'
import { problemText } from '../../platform/problem-text.ts'
import { useDraft } from '../../platform/use-draft.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { DisabledAction } from '../../ui/disabled-action.tsx'
import { toastDone } from '../../ui/toast.ts'
import classes from './questions.module.css'

type Props = { question: QuestionView; onDone: () => void; onCancel: (() => void) | undefined }

/** The answer in the name of the need; all who may see the need read it. */
export const AnswerForm = ({ question, onDone, onCancel }: Props) => {
  const { t } = useTranslation('questions')
  const { value: text, setValue, forget } = useDraft(`answer.${question.id}.${question.version}`, question.answer?.text ?? '')
  const act = useAct(answerQuestion, {
    invalidates: [keyOf(listQuestions)],
    onDone: () => {
      forget()
      toastDone(t('published'))
      onDone()
    },
  })
  const isNew = text.trim() !== '' && text.trim() !== question.answer?.text
  const words = t(question.answer ? 'publishAgain' : 'publish')
  return (
    <form
      className={classes['form']}
      data-noprint=""
      onSubmit={(event) => {
        event.preventDefault()
        if (isNew) act.mutate({ questionId: question.id, version: question.version, text: text.trim() })
      }}
    >
      <Textarea
        label={t('answerLabel')}
        description={t('answerHint')}
        autosize
        minRows={2}
        maxLength={3000}
        value={text}
        error={act.error ? problemText(act.error) : undefined}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <div className="row">
        {isNew ? (
          <Button type="submit" loading={act.isPending}>
            {words}
          </Button>
        ) : (
          <DisabledAction reason={t(question.answer ? 'changeFirst' : 'writeFirst')}>{words}</DisabledAction>
        )}
        {onCancel && (
          <Button variant="subtle" onClick={onCancel}>
            {t('keep')}
          </Button>
        )}
      </div>
    </form>
  )
}
