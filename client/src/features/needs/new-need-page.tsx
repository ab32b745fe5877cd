import { useTranslation } from 'react-i18next'
import { listMyGroups } from '@mutuo/shared/groups/group.endpoints.ts'
import { paths } from '../../platform/paths.ts'
import { useSession } from '../../platform/session.tsx'
import { useAnswer } from '../../platform/use-endpoint.ts'
import { NoticePage } from '../../ui/notice-page.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { groupsToPostIn } from './groups-to-post-in.ts'
import { LinkButton } from './link-button.tsx'
import { emptyDraft } from './need-draft.ts'
import { NeedForm } from './need-form.tsx'

/** A firm of a group, or its association, says what it would like done together. */
export const NewNeedPage = () => {
  const { t } = useTranslation('needs')
  const { active } = useSession()
  const query = useAnswer(listMyGroups, {})
  if (active?.kind !== 'sme' && active?.kind !== 'association')
    return (
      <NoticePage
        title={t('form.notYours')}
        text={t('form.notYoursText')}
        actions={<LinkButton to={paths.needs}>{t('none.all')}</LinkButton>}
      />
    )
  const isAssociation = active.kind === 'association'
  return (
    <Loaded query={query}>
      {({ items }) => {
        const groups = groupsToPostIn(items, isAssociation)
        if (groups.length === 0)
          return (
            <NoticePage
              title={t('form.noGroup')}
              text={t(isAssociation ? 'form.noGroupAssociation' : 'form.noGroupText')}
              actions={
                <LinkButton to={isAssociation ? paths.newGroup : paths.groups}>
                  {t(isAssociation ? 'form.createGroup' : 'form.findGroup')}
                </LinkButton>
              }
            />
          )
        return (
          <NeedForm
            name={`need.new.${active.id}`}
            initial={() => ({ ...emptyDraft(), groupId: groups.length === 1 ? groups[0]!.id : null })}
            groups={groups}
          />
        )
      }}
    </Loaded>
  )
}
