import { useDebouncedValue } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { findSimilarNeeds } from '@mutuo/shared/needs/finding.endpoints.ts'
import { useAnswer } from '../../platform/use-endpoint.ts'
import { Callout } from '../../ui/callout.tsx'
import type { NeedDraft } from './need-draft.ts'
import { SimilarNeedCard } from './similar-need-card.tsx'
import classes from './finding.module.css'

/** Asked once the person pauses, not at each letter. */
const pauseMs = 400

/** Neighbours who already want the same: joining them costs less than starting over. */
export const SimilarNeeds = ({ draft }: { draft: NeedDraft }) => {
  const { t } = useTranslation('needs-finding')
  const asked = {
    title: draft.title.trim(),
    skills: draft.skills,
    communeCode: draft.commune?.code,
    groupId: draft.groupId ?? undefined,
    exceptNeedId: draft.id,
  }
  const [input] = useDebouncedValue(asked, pauseMs)
  const isSaid = input.skills.length > 0 || input.title !== ''
  const isSomewhere = input.communeCode !== undefined || input.groupId !== undefined
  const { data } = useAnswer(findSimilarNeeds, input, { enabled: isSaid && isSomewhere, keepPrevious: true })
  if (!isSaid || !isSomewhere || !data || data.items.length === 0) return null
  return (
    <section className="stack" aria-labelledby="similaires">
      <Callout tone="ocre" live>
        <h2 id="similaires" className={classes['alike']}>
          {t('similar.title', { count: data.items.length })}
        </h2>
        {t('similar.text')}
      </Callout>
      <ul className={classes['similar']}>
        {data.items.map((similar) => (
          <li key={similar.card.id}>
            <SimilarNeedCard draft={draft} similar={similar} />
          </li>
        ))}
      </ul>
    </section>
  )
}
