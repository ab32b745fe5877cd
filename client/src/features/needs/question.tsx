import { useState } from 'react'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { QuestionView } from '@mutuo/shared/needs/question.schema.ts'
import { abilityFor, AbilityButton } from '../../ui/ability-button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { FirmMark } from '../../ui/firm-mark.tsx'
import { When } from '../../ui/when.tsx'
import { AnswerForm } from './answer-form.tsx'
import classes from './questions.module.css'

/** One question with its answer; what was answered before unfolds. */
export const Question = ({ question }: { question: QuestionView }) => {
  const { t } = useTranslation('questions')
  const [isWriting, setWriting] = useState(false)
  const { answer, asker, isMine } = question
  const answering = abilityFor(question.abilities, 'answer')
  const rephrasing = abilityFor(question.abilities, 'rephrase')
  return (
    <li className={classes['question']}>
      <p className={classes['by']}>
        {asker.mark && <FirmMark of={asker.mark} size="sm" />}
        <span>
          <b>{isMine ? t('by.you') : (asker.mark?.name ?? t(asker.kind === 'freelancer' ? 'by.freelancer' : 'by.firm'))}</b>{' '}
          <small>
            <When at={question.askedAt} />
          </small>{' '}
          {!answer && <Chip tone="ocre">{t(isMine ? 'waitingMine' : 'waiting')}</Chip>}
        </span>
      </p>
      <p className={classes['text']}>{question.text}</p>
      {answer && !isWriting && (
        <div className={classes['answer']}>
          <FirmMark of={answer.by} size="sm" />
          <div>
            <p>
              <b>{answer.by.name}</b>{' '}
              <small>
                {t(question.earlierAnswers.length > 0 ? 'rephrased' : 'answered')} <When at={answer.at} />
              </small>
            </p>
            <p className={classes['quote']}>{answer.text}</p>
            <Earlier answers={question.earlierAnswers} />
            {rephrasing?.allowed && (
              <Button variant="subtle" size="sm" onClick={() => setWriting(true)}>
                {t('rephrase')}
                <span className="sr"> : {question.text}</span>
              </Button>
            )}
          </div>
        </div>
      )}
      {answering && !answering.allowed && (
        <div>
          <AbilityButton ability={answering} size="sm" variant="outline" onClick={() => undefined}>
            {t('answer')}
          </AbilityButton>
        </div>
      )}
      {(answering?.allowed || isWriting) && (
        <AnswerForm
          key={question.version}
          question={question}
          onDone={() => setWriting(false)}
          onCancel={isWriting ? () => setWriting(false) : undefined}
        />
      )}
    </li>
  )
}

const Earlier = ({ answers }: { answers: QuestionView['earlierAnswers'] }) => {
  const { t } = useTranslation('questions')
  if (answers.length === 0) return null
  return (
    <details className={classes['earlier']}>
      <summary>{t('earlier', { count: answers.length })}</summary>
      <ul>
        {answers.map(({ text, at }) => (
          <li key={at}>
            <small>
              <When at={at} />
            </small>
            <p className={classes['text']}>{text}</p>
          </li>
        ))}
      </ul>
    </details>
  )
}
