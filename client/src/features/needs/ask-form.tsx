import { useRef } from 'react'
import { Button, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { askQuestion, listQuestions } from '@mutuo/shared/needs/question.endpoints.ts'
import type { Ability } from '@mutuo/shared/http/page.ts'
import { newId } from '../../platform/new-id.ts'
import { problemText, sentenceOf } from '../../platform/problem-text.ts'
import { useDraft } from '../../platform/use-draft.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { DisabledAction } from '../../ui/disabled-action.tsx'
import { toastDone } from '../../ui/toast.ts'
import classes from './questions.module.css'

/** A question is typed under those that were asked; what is typed stays on the device until it is sent. */
export const AskForm = ({ needId, ability }: { needId: string; ability: Ability }) => {
  const { t } = useTranslation('questions')
  const { value: text, setValue, forget } = useDraft(`question.${needId}`, '')
  const id = useRef(newId())
  const act = useAct(askQuestion, {
    invalidates: [keyOf(listQuestions)],
    onDone: () => {
      id.current = newId()
      forget()
      toastDone(t('asked'))
    },
  })
  if (!ability.allowed)
    return (
      <div data-noprint="">
        <DisabledAction variant="outline" reason={sentenceOf(ability.reason ?? 'FORBIDDEN', ability.params)}>
          {t('ask')}
        </DisabledAction>
      </div>
    )
  return (
    <form
      className={classes['form']}
      data-noprint=""
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim()) act.mutate({ id: id.current, needId, text: text.trim() })
      }}
    >
      <Textarea
        label={t('askLabel')}
        description={t('askHint')}
        autosize
        minRows={2}
        maxLength={1000}
        value={text}
        error={act.error ? problemText(act.error) : undefined}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <div>
        {text.trim() ? (
          <Button type="submit" variant="outline" loading={act.isPending}>
            {t('ask')}
          </Button>
        ) : (
          <DisabledAction variant="outline" reason={t('writeFirst')}>
            {t('ask')}
          </DisabledAction>
        )}
      </div>
    </form>
  )
}
