import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { getGroup, updateGroup } from '@mutuo/shared/groups/group.endpoints.ts'
import type { GroupView } from '@mutuo/shared/groups/group.schema.ts'
import { paths } from '../../platform/paths.ts'
import { keyOf, useAct, useAnswer } from '../../platform/use-endpoint.ts'
import { LoadedPage } from '../../ui/loaded-page.tsx'
import { Page } from '../../ui/page.tsx'
import { draftOf } from './group-draft.ts'
import { GroupForm } from './group-form.tsx'

/** The association changes name, charter or rules; needs and missions that run keep those they began with. */
export const EditGroupPage = () => {
  const { groupId = '' } = useParams()
  return <LoadedPage query={useAnswer(getGroup, { groupId })}>{(group) => <EditGroup group={group} />}</LoadedPage>
}

const EditGroup = ({ group }: { group: GroupView }) => {
  const { t } = useTranslation('groups')
  const navigate = useNavigate()
  const [draft, setDraft] = useState(() => draftOf(group))
  const act = useAct(updateGroup, { invalidates: [keyOf(getGroup)], onDone: () => navigate(paths.group(group.id)) })
  const { name, description, charter, rules } = draft
  return (
    <Page title={t('edit.title')} lead={t('edit.lead')} back={{ to: paths.group(group.id), label: group.name }} narrow>
      <GroupForm
        draft={draft}
        change={(part) => setDraft({ ...draft, ...part })}
        submitLabel={t('common:actions.save')}
        isPlaceFixed
        pending={act.isPending}
        onSubmit={(refuse) =>
          act.mutate({ groupId: group.id, version: group.version, name, description, charter, rules }, { onError: refuse })
        }
      />
    </Page>
  )
}
