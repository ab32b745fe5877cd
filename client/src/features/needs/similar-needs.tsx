import { useTranslation } from 'react-i18next'
import { listNeeds } from '@mutuo/shared/needs/need.endpoints.ts'
import { useAnswer } from '../../platform/use-endpoint.ts'
import { Callout } from '../../ui/callout.tsx'
import { SharesCards } from '../../ui/shares-card.tsx'
import { NeedCard } from './need-card.tsx'
import type { NeedDraft } from './need-draft.ts'

const near = 20

/** Neighbours who already want the same: joining them costs less than starting over. */
export const SimilarNeeds = ({ draft: { skills, commune } }: { draft: NeedDraft }) => {
  const { t } = useTranslation('needs')
  const skill = skills[0]
  const input = { skill, near: commune?.code, km: near, limit: 2 }
  const { data } = useAnswer(listNeeds, input, { enabled: skill !== undefined && commune !== null, keepPrevious: true })
  if (!skill || !commune || !data || data.items.length === 0) return null
  return (
    <>
      <Callout tone="ocre" live>
        <strong>{t('similar.title', { count: data.total ?? data.items.length })}</strong> {t('similar.text')}
      </Callout>
      <SharesCards>
        {data.items.map((card) => (
          <li key={card.id}>
            <NeedCard card={card} />
          </li>
        ))}
      </SharesCards>
    </>
  )
}
