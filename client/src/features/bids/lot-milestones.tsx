import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { WHOLE_BP } from '@mutuo/shared/bids/bid.rules.ts'
import { splitByWeight } from '@mutuo/shared/money/largest-remainder.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import { newMilestone, type MilestoneDraft } from './bid-draft.ts'
import { sumFault } from './bid-faults.ts'
import classes from './bid-form.module.css'
import type { FormPart } from './form-part.ts'
import { MilestoneFields } from './milestone-fields.tsx'

const mostMilestones = 20

/** What is delivered, lot by lot: the money of each milestone waits until it is accepted. */
export const LotMilestones = ({ need, draft, change, errorOf }: FormPart) => {
  const { t } = useTranslation('bids')
  const set = (id: string, part: Partial<MilestoneDraft>) =>
    change({ milestones: draft.milestones.map((milestone) => (milestone.id === id ? { ...milestone, ...part } : milestone)) })
  const share = (lotId: string) => {
    const ids = draft.milestones.filter((milestone) => milestone.lotId === lotId).map(({ id }) => id)
    const parts = splitByWeight(
      WHOLE_BP,
      ids.map(() => 1),
      ids,
    )
    change({
      milestones: draft.milestones.map((milestone) =>
        milestone.lotId === lotId ? { ...milestone, partBp: parts[ids.indexOf(milestone.id)] ?? null } : milestone,
      ),
    })
  }
  const isExpected = (need.content.expectedMilestones ?? []).length > 0
  const hint = `${isExpected ? `${t('milestones.expectedHint')} ` : ''}${t('milestones.formHint')}`
  return (
    <Card>
      <CardHead title={t('milestones.formTitle')} hint={hint} />
      {need.content.lots.map((lot) => {
        const its = draft.milestones.filter((milestone) => milestone.lotId === lot.id)
        const off =
          its.length > 0
            ? sumFault(
                its.map((milestone) => milestone.partBp),
                t,
              )
            : undefined
        return (
          <section key={lot.id} className={classes['lot']} aria-label={lot.title}>
            <div className="row between">
              <h3>{lot.title}</h3>
              <small>{t(`milestones.kind.${lot.kind}`)}</small>
            </div>
            {its.map((milestone) => (
              <MilestoneFields
                key={milestone.id}
                milestone={milestone}
                index={draft.milestones.indexOf(milestone)}
                isAlone={its.length === 1}
                errorOf={errorOf}
                onChange={(part) => set(milestone.id, part)}
                onRemove={() => change({ milestones: draft.milestones.filter(({ id }) => id !== milestone.id) })}
              />
            ))}
            <p role="status" className={classes['sum']} data-off={off ? '' : undefined}>
              {off ?? t('parts.whole')}
            </p>
            <div className="row">
              {draft.milestones.length < mostMilestones && (
                <Button
                  size="sm"
                  variant="outline"
                  leftSection={<IconPlus className="ico" aria-hidden="true" />}
                  onClick={() => change({ milestones: [...draft.milestones, newMilestone(lot.id)] })}
                >
                  {t('milestones.add')}
                  <span className="sr"> : {lot.title}</span>
                </Button>
              )}
              {its.length > 1 && (
                <Button size="sm" variant="subtle" onClick={() => share(lot.id)}>
                  {t('milestones.equal')}
                </Button>
              )}
            </div>
          </section>
        )
      })}
    </Card>
  )
}
