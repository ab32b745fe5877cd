import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { createGroup, listMyGroups } from '@mutuo/shared/groups/group.endpoints.ts'
import { newId } from '../../platform/new-id.ts'
import { paths } from '../../platform/paths.ts'
import { useDraft } from '../../platform/use-draft.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { Page } from '../../ui/page.tsx'
import { usualRules, type GroupDraft } from './group-draft.ts'
import { GroupForm } from './group-form.tsx'

/** An association founds a group; what was typed is kept until it is there. */
export const NewGroupPage = () => {
  const { t } = useTranslation('groups')
  const navigate = useNavigate()
  const { value, setValue, forget } = useDraft<GroupDraft & { id: string }>('group', {
    id: newId(),
    name: '',
    commune: null,
    description: '',
    charter: t('form.usualCharter'),
    rules: usualRules,
  })
  const act = useAct(createGroup, {
    invalidates: [keyOf(listMyGroups)],
    onDone: async ({ id }) => {
      forget()
      await navigate(paths.group(id))
    },
  })
  const { commune, ...said } = value
  return (
    <Page title={t('new.title')} lead={t('new.lead')} back={{ to: paths.groups, label: t('list.ofAssociation') }} narrow>
      <GroupForm
        draft={value}
        change={(part) => setValue({ ...value, ...part })}
        submitLabel={t('new.do')}
        pending={act.isPending}
        onSubmit={(refuse) => act.mutate({ ...said, communeCode: commune?.code ?? '' }, { onError: refuse })}
      />
    </Page>
  )
}
