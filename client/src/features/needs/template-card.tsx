import { useState } from 'react'
import { Button, NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { listMyGroups } from '@mutuo/shared/groups/group.endpoints.ts'
import type { TemplateView } from '@mutuo/shared/needs/blueprint.schema.ts'
import { listTemplates, removeTemplate, useTemplate as startFromTemplate } from '@mutuo/shared/needs/reuse.endpoints.ts'
import { newId } from '../../platform/new-id.ts'
import { paths } from '../../platform/paths.ts'
import { useSession } from '../../platform/session.tsx'
import { keyOf, useAct, useAnswer } from '../../platform/use-endpoint.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { toastDone, toastProblem } from '../../ui/toast.ts'
import classes from './finding.module.css'
import { groupsToPostIn } from './groups-to-post-in.ts'

/** One template: what it asks for, in which lots and steps, and the way to start from it. */
export const TemplateCard = ({ template }: { template: TemplateView }) => {
  const { t } = useTranslation('needs-finding')
  const [isRemoving, setRemoving] = useState(false)
  const { blueprint, name, association } = template
  const remove = useAct(removeTemplate, { invalidates: [keyOf(listTemplates)], onDone: () => toastDone(t('templates.removed')) })
  return (
    <Card as="article" className={classes['template']}>
      <CardHead title={name} hint={blueprint.title === name ? association.name : `${blueprint.title} · ${association.name}`} />
      <ul className={classes['words']}>
        {blueprint.skills.map((skill) => (
          <li key={skill}>
            <Chip tone="plain">{t(`skills:${skill}`)}</Chip>
          </li>
        ))}
      </ul>
      <p>{t('templates.lots', { count: blueprint.lots.length, lots: blueprint.lots.map(({ title }) => title).join(', ') })}</p>
      {blueprint.milestones.length > 0 && (
        <details>
          <summary className={classes['more']}>{t('templates.steps', { count: blueprint.milestones.length })}</summary>
          <ol className={classes['steps']}>
            {blueprint.milestones.map(({ title, daysAfterStart }, at) => (
              <li key={at}>
                {title} <small>{t('templates.after', { count: daysAfterStart })}</small>
              </li>
            ))}
          </ol>
        </details>
      )}
      <StartFromTemplate template={template} onRemove={template.isOwn ? () => setRemoving(true) : undefined} />
      {isRemoving && (
        <Confirm
          isOpen
          danger
          onClose={() => setRemoving(false)}
          title={t('templates.removeAsk')}
          confirmLabel={t('templates.remove')}
          onConfirm={() => remove.mutateAsync({ templateId: template.id })}
        >
          <p>{t('templates.removeText')}</p>
        </Confirm>
      )}
    </Card>
  )
}

const StartFromTemplate = ({ template, onRemove }: { template: TemplateView; onRemove: (() => void) | undefined }) => {
  const { t } = useTranslation('needs-finding')
  const { active } = useSession()
  const navigate = useNavigate()
  const [id] = useState(newId)
  const { data } = useAnswer(listMyGroups, {})
  const groups = groupsToPostIn(data?.items ?? [], active?.kind === 'association').filter(
    ({ association }) => association.id === template.association.id,
  )
  const [chosen, setChosen] = useState<string | null>(null)
  const groupId = chosen ?? groups[0]?.id
  const start = useAct(startFromTemplate, { onDone: (draft) => navigate(paths.editNeed(draft.id)) })
  return (
    <>
      {groups.length > 1 && (
        <NativeSelect
          label={t('needs:form.group')}
          value={groupId ?? ''}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={groups.map((group) => ({ value: group.id, label: group.name }))}
        />
      )}
      <div className="row">
        {groupId && (
          <Button
            variant="outline"
            loading={start.isPending}
            onClick={() => start.mutate({ id, templateId: template.id, groupId }, { onError: toastProblem })}
          >
            {t('templates.start')}
          </Button>
        )}
        {onRemove && (
          <Button variant="subtle" color="red" onClick={onRemove}>
            {t('templates.remove')}
            <span className="sr">&nbsp;{template.name}</span>
          </Button>
        )}
      </div>
    </>
  )
}
