import { Button, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Card, CardHead } from '../../ui/card.tsx'
import type { FieldsProps } from './fields-props.ts'
import classes from './finding.module.css'

/** The steps that a need used again brings along: read again, said otherwise or left out. A need made from nothing has none. */
export const MilestonesFields = ({ draft: { lots, milestones = [] }, change }: FieldsProps) => {
  const { t } = useTranslation('needs-finding')
  if (milestones.length === 0) return null
  const lotTitle = (lotId: string) => lots.find(({ id }) => id === lotId)?.title ?? ''
  const set = (at: number, title: string) =>
    change({ milestones: milestones.map((milestone, each) => (each === at ? { ...milestone, title } : milestone)) })
  return (
    <Card aria-labelledby="jalons-titre">
      <CardHead id="jalons-titre" title={t('milestones.title')} hint={t('milestones.hint')} />
      {milestones.map(({ lotId, title, daysAfterStart }, at) => (
        <div key={at} className={classes['milestone']}>
          <TextInput
            label={t('milestones.label', { number: at + 1, lot: lotTitle(lotId) })}
            description={t('templates.after', { count: daysAfterStart })}
            maxLength={100}
            value={title}
            onChange={(event) => set(at, event.currentTarget.value)}
          />
          <Button
            variant="subtle"
            color="red"
            size="sm"
            aria-label={t('milestones.remove', { title: title || at + 1 })}
            onClick={() => change({ milestones: milestones.filter((_, each) => each !== at) })}
          >
            <IconTrash className="ico sm" aria-hidden="true" />
          </Button>
        </div>
      ))}
    </Card>
  )
}
