import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { day, money } from '../../platform/format.ts'
import { Link } from 'react-router'
import { Card, CardHead } from '../../ui/card.tsx'
import classes from './form.module.css'
import type { NeedDraft } from './need-draft.ts'

/** What is about to be said to everybody, to read once more. */
export const CheckNeed = ({ draft, groupName }: { draft: NeedDraft; groupName: string }) => {
  const { t } = useTranslation('needs')
  const priced = draft.lots.map(
    ({ kind, title, targetMinor }) =>
      `${title} (${kind === 'own' ? t('lots.each', { price: targetMinor ?? 0 }) : money(targetMinor ?? 0, { whole: true })})`,
  )
  const lines: { key: string; step: number; value: ReactNode }[] = [
    { key: 'need', step: 1, value: draft.title },
    { key: 'group', step: 1, value: groupName },
    { key: 'skills', step: 1, value: draft.skills.map((skill) => t(`skills:${skill}`)).join(', ') },
    { key: 'commune', step: 1, value: draft.commune?.name ?? '' },
    { key: 'lots', step: 1, value: priced.join(', ') },
    { key: 'firms', step: 2, value: t('check.firmsValue', { min: draft.minFirms, target: draft.targetFirms }) },
    {
      key: 'dates',
      step: 2,
      value: t('check.datesValue', {
        gathering: day(draft.gatheringDay),
        bids: day(draft.bidsDay),
        vote: day(draft.voteDay),
        starts: day(draft.startsOn),
      }),
    },
  ]
  return (
    <Card aria-labelledby="relire">
      <CardHead id="relire" title={t('check.title')} hint={t('check.hint')} />
      <dl className={classes['check']}>
        {lines.map(({ key, step, value }) => (
          <div key={key}>
            <dt>{t(`check.${key}`)}</dt>
            <dd>{value || '–'}</dd>
            <dd>
              <Link className="link" to={`?etape=${step}`}>
                {t('common:actions.edit')}
                <span className="sr"> {t(`check.${key}`)}</span>
              </Link>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
