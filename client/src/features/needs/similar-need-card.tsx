import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { SimilarNeed } from '@mutuo/shared/needs/finding.schema.ts'
import { list, money } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { sentenceOf } from '../../platform/problem-text.ts'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { DisabledAction } from '../../ui/disabled-action.tsx'
import { Pile } from '../../ui/firm-mark.tsx'
import classes from './finding.module.css'
import { LinkButton } from './link-button.tsx'
import type { NeedDraft } from './need-draft.ts'
import { useDifferenceWords } from './use-difference-words.ts'

/** A need that is there already: why it is like mine, what differs, what I would pay, and « moi aussi ». */
export const SimilarNeedCard = ({ draft, similar }: { draft: NeedDraft; similar: SimilarNeed }) => {
  const { t } = useTranslation('needs-finding')
  const { card, reasons, sharedSkills } = similar
  const differences = useDifferenceWords(draft, similar)
  const skills = list(sharedSkills.map((skill) => t(`skills:${skill}`)))
  return (
    <Card as="article" tight>
      <ul className={classes['reasons']} aria-label={t('similar.why')}>
        {reasons.map((reason) => (
          <li key={reason}>
            <Chip tone="plain">{t(`similar.reason.${reason}`, { skills })}</Chip>
          </li>
        ))}
      </ul>
      <h3>
        <Link to={paths.need(card.id)}>{card.title}</Link>
      </h3>
      <p className="muted">{t('similar.where', { place: card.commune, group: card.group.name })}</p>
      <div className={classes['who']}>
        <Pile marks={card.marks} max={4} count={card.funding.firms} open />
        <b>{card.funding.isMinimumReached ? t('needs:card.reached') : t('needs:card.missing', { count: card.funding.firmsMissing })}</b>
      </div>
      {differences.length > 0 && (
        <p>
          <strong>{t('similar.differs')}</strong> {differences.join(' · ')}
        </p>
      )}
      <div className={classes['part']}>
        <span>
          <b className={classes['price']}>{`${money(card.myShareMinor, { whole: true })} ${t('common:tax.net')}`}</b>
          <br />
          <small>{t('similar.part', { count: card.myShareFirms })}</small>
        </span>
        {card.isParticipating ? <Chip tone="ok">{t('needs:card.in')}</Chip> : <JoinInstead similar={similar} />}
      </div>
    </Card>
  )
}

const JoinInstead = ({ similar: { card, join } }: { similar: SimilarNeed }) => {
  const { t } = useTranslation('needs-finding')
  if (join.allowed)
    return (
      <LinkButton to={paths.pledge(card.id)} variant="outline">
        {t('similar.join')}
        <span className="sr">&nbsp;: {card.title}</span>
      </LinkButton>
    )
  if (join.reason === 'NOT_A_MEMBER')
    return (
      <LinkButton to={paths.group(card.group.id)} variant="outline">
        {t('similar.joinGroup')}
      </LinkButton>
    )
  return (
    <DisabledAction variant="outline" reason={sentenceOf(join.reason ?? 'FORBIDDEN')}>
      {t('similar.join')}
    </DisabledAction>
  )
}
