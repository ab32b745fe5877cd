import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { getNeed } from '@mutuo/shared/needs/need.endpoints.ts'
import { paths } from '../../platform/paths.ts'
import { sentenceOf } from '../../platform/problem-text.ts'
import { useAnswer } from '../../platform/use-endpoint.ts'
import { abilityFor } from '../../ui/ability-button.tsx'
import { NoticePage } from '../../ui/notice-page.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { LinkButton } from './link-button.tsx'
import { draftOf } from './need-draft.ts'
import { NeedForm } from './need-form.tsx'

/** A draft, written again by whoever leads it. */
export const EditNeedPage = () => {
  const { t } = useTranslation('needs')
  const { needId = '' } = useParams()
  const query = useAnswer(getNeed, { needId })
  return (
    <Loaded query={query}>
      {(need) => {
        const edit = abilityFor(need.abilities, 'edit')
        if (!edit?.allowed)
          return (
            <NoticePage
              title={t('form.notEditable')}
              text={sentenceOf(edit?.reason ?? 'STALE_STATE', edit?.params)}
              actions={<LinkButton to={paths.need(need.id)}>{t('form.backToNeed')}</LinkButton>}
            />
          )
        return (
          <NeedForm key={need.version} name={`need.${need.id}.${need.version}`} initial={() => draftOf(need)} groups={[]} need={need} />
        )
      }}
    </Loaded>
  )
}
