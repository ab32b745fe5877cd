import { useState } from 'react'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { listMyGroups } from '@mutuo/shared/groups/group.endpoints.ts'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { cloneNeed, listTemplates, saveTemplate } from '@mutuo/shared/needs/reuse.endpoints.ts'
import { newId } from '../../platform/new-id.ts'
import { paths } from '../../platform/paths.ts'
import { useSession } from '../../platform/session.tsx'
import { keyOf, useAct, useAnswer } from '../../platform/use-endpoint.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { toastDone } from '../../ui/toast.ts'
import { groupsToPostIn } from './groups-to-post-in.ts'

/** What has worked can be used again: by another group as a draft, by the association as a template. */
export const ReuseCard = ({ need }: { need: NeedView }) => {
  const { t } = useTranslation('needs-finding')
  const { active } = useSession()
  const [asked, setAsked] = useState<'clone' | 'template' | null>(null)
  const isReusable = need.state === 'awarded' || need.state === 'done'
  const mayClone = isReusable && (active?.kind === 'sme' || active?.kind === 'association')
  const mayKeep = active?.id === need.group.association.id && need.state !== 'draft'
  if (!mayClone && !mayKeep) return null
  return (
    <Card tight aria-labelledby="reprendre">
      <CardHead id="reprendre" title={t(mayClone ? 'reuse.title' : 'reuse.titleKeep')} hint={t('reuse.hint')} />
      <div className="row">
        {mayClone && (
          <Button variant="outline" onClick={() => setAsked('clone')}>
            {t('reuse.clone')}
          </Button>
        )}
        {mayKeep && (
          <Button variant="outline" onClick={() => setAsked('template')}>
            {t('reuse.keep')}
          </Button>
        )}
      </div>
      {asked === 'clone' && <CloneDialog need={need} onClose={() => setAsked(null)} />}
      {asked === 'template' && <TemplateDialog need={need} onClose={() => setAsked(null)} />}
    </Card>
  )
}

type DialogProps = { need: NeedView; onClose: () => void }

const CloneDialog = ({ need, onClose }: DialogProps) => {
  const { t } = useTranslation('needs-finding')
  const { active } = useSession()
  const navigate = useNavigate()
  const [id] = useState(newId)
  const { data } = useAnswer(listMyGroups, {})
  const groups = groupsToPostIn(data?.items ?? [], active?.kind === 'association')
  const [chosen, setChosen] = useState<string | null>(null)
  const groupId = chosen ?? groups.find((group) => group.id !== need.group.id)?.id ?? groups[0]?.id
  const act = useAct(cloneNeed, { onDone: (draft) => navigate(paths.editNeed(draft.id)) })
  return (
    <Confirm
      isOpen
      onClose={onClose}
      title={t('reuse.cloneAsk')}
      confirmLabel={t('reuse.cloneDo')}
      disabled={groupId === undefined}
      onConfirm={() => act.mutateAsync({ id, needId: need.id, groupId: groupId ?? '' })}
    >
      <p>{t('reuse.cloneText')}</p>
      <NativeSelect
        label={t('needs:form.group')}
        value={groupId ?? ''}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={groups.map((group) => ({ value: group.id, label: group.name }))}
      />
    </Confirm>
  )
}

const TemplateDialog = ({ need, onClose }: DialogProps) => {
  const { t } = useTranslation('needs-finding')
  const [id] = useState(newId)
  const [name, setName] = useState(need.content.title.slice(0, 100))
  const act = useAct(saveTemplate, { invalidates: [keyOf(listTemplates)], onDone: () => toastDone(t('reuse.kept')) })
  return (
    <Confirm
      isOpen
      onClose={onClose}
      title={t('reuse.keepAsk')}
      confirmLabel={t('reuse.keepDo')}
      disabled={name.trim() === ''}
      onConfirm={() => act.mutateAsync({ id, needId: need.id, name: name.trim() })}
    >
      <p>{t('reuse.keepText')}</p>
      <TextInput label={t('reuse.name')} maxLength={100} value={name} onChange={(event) => setName(event.currentTarget.value)} />
    </Confirm>
  )
}
