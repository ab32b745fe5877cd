import { Button, Textarea } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { deliverMilestone } from '@mutuo/shared/missions/mission.endpoints.ts'
import { useDraft } from '../../platform/use-draft.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { DeliveryLink, type LinkDraft } from './delivery-link.tsx'
import type { DialogProps } from './dialog-props.ts'
import { useMissionAct } from './use-mission-act.ts'

type Draft = { note: string; links: LinkDraft[] }

const mostLinks = 10

/** What is delivered: a few words, and links to it. Kept on this device until it is sent. */
export const DeliverDialog = ({ milestone, mission, isOpen, onClose }: DialogProps) => {
  const { t } = useTranslation('missions')
  const { value: draft, setValue, forget } = useDraft<Draft>(`deliver.${milestone.id}.${milestone.version}`, { note: '', links: [] })
  const act = useMissionAct(deliverMilestone, t('deliver.done'))
  const links = draft.links.filter(({ label, url }) => label.trim() || url.trim())
  const isWhole = draft.note.trim() !== '' && links.every(({ label, url }) => label.trim() && /^https?:\/\/\S+\.\S+/.test(url.trim()))
  const set = (index: number, link: LinkDraft) => setValue({ ...draft, links: draft.links.map((each, at) => (at === index ? link : each)) })
  const send = async () => {
    await act.mutateAsync({
      missionId: mission.id,
      milestoneId: milestone.id,
      version: milestone.version,
      note: draft.note.trim(),
      links: links.map(({ label, url }) => ({ label: label.trim(), url: url.trim() })),
    })
    forget()
  }
  return (
    <Confirm
      isOpen={isOpen}
      onClose={onClose}
      title={t('deliver.title', { title: milestone.title })}
      confirmLabel={t('deliver.go')}
      disabled={!isWhole}
      onConfirm={send}
    >
      <p>{t('deliver.text', { count: mission.tacitAcceptanceDays })}</p>
      <Textarea
        label={t('deliver.note')}
        description={t('deliver.noteHint')}
        maxLength={3000}
        autosize
        minRows={4}
        value={draft.note}
        onChange={(event) => setValue({ ...draft, note: event.currentTarget.value })}
      />
      {draft.links.map((link, index) => (
        <DeliveryLink
          key={index}
          position={index + 1}
          link={link}
          onChange={(changed) => set(index, changed)}
          onRemove={() => setValue({ ...draft, links: draft.links.filter((_, at) => at !== index) })}
        />
      ))}
      {draft.links.length < mostLinks && (
        <div>
          <Button
            size="sm"
            variant="outline"
            leftSection={<IconPlus className="ico" aria-hidden="true" />}
            onClick={() => setValue({ ...draft, links: [...draft.links, { label: '', url: '' }] })}
          >
            {t('deliver.addLink')}
          </Button>
        </div>
      )}
    </Confirm>
  )
}
