import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { listQuestions } from '@mutuo/shared/needs/question.endpoints.ts'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import type { QuestionPage } from '@mutuo/shared/needs/question.schema.ts'
import { useArrival } from '../../platform/use-arrival.ts'
import { usePages } from '../../platform/use-endpoint.ts'
import { abilityFor } from '../../ui/ability-button.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { AskForm } from './ask-form.tsx'
import classes from './questions.module.css'
import { Question } from './question.tsx'

const atOnce = 10

/** What was asked about the need and what it answers: part of the need for all who read it. */
export const QuestionsCard = ({ need }: { need: NeedView }) => {
  const query = usePages(listQuestions, { needId: need.id, limit: atOnce })
  const { t } = useTranslation('questions')
  useArrival('questions', query.data !== undefined)
  return (
    <Card id="questions" aria-labelledby="questions-title">
      <Loaded query={query}>
        {({ pages }) => {
          const [first] = pages as [QuestionPage]
          const ask = abilityFor(first.abilities, 'ask')
          const questions = pages.flatMap((page) => page.items)
          return (
            <>
              <CardHead id="questions-title" title={<Title page={first} />} hint={t(ask?.allowed ? 'hint.ask' : 'hint.read')} />
              {questions.length > 0 ? (
                <ul className={classes['list']}>
                  {questions.map((question) => (
                    <Question key={question.id} question={question} />
                  ))}
                </ul>
              ) : (
                <p className="muted">{t('none')}</p>
              )}
              {query.hasNextPage && (
                <div>
                  <Button variant="outline" size="sm" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                    {t('more')}
                  </Button>
                </div>
              )}
              {ask && <AskForm needId={need.id} ability={ask} />}
            </>
          )
        }}
      </Loaded>
    </Card>
  )
}

/** What waits for the reader comes first. */
const Title = ({ page }: { page: QuestionPage }) => {
  const { t } = useTranslation('questions')
  const canAnswer = page.items.some((question) => question.abilities.some(({ move, allowed }) => move === 'answer' && allowed))
  if (canAnswer) return t('title.toAnswer', { count: page.waiting })
  return page.answered > 0 ? t('title.answered', { count: page.answered }) : t('title.none')
}
