import type { ReactNode } from 'react'
import { UnstyledButton } from '@mantine/core'
import { IconAdjustmentsHorizontal, IconCalendar, IconCertificate, IconEyeOff, IconUserPlus, IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { previewPledge } from '@mutuo/shared/pledges/pledge.endpoints.ts'
import type { PledgePreview } from '@mutuo/shared/pledges/pledge.schema.ts'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { list } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { spelled } from '../../platform/spelled.ts'
import { useAnswer } from '../../platform/use-endpoint.ts'
import type { PartProps } from './step-props.ts'
import { promisedBy, type PledgeDraft } from './pledge-draft.ts'
import classes from './pledges.module.css'

/** What would let the pledge in, each way one tap from here. */
export const WaysIn = ({ need, draft, change, preview }: PartProps & { preview: PledgePreview }) => {
  const { t } = useTranslation('pledges')
  const relaxed = useRelaxed(need.id, draft, preview)
  if (preview.comesInNow) return null
  const entry = preview.points.find(({ comesIn }) => comesIn)
  return (
    <ul className={classes['ways']}>
      {entry && (
        <Way icon={<IconUserPlus className="ico" aria-hidden="true" />}>
          <Link to={paths.needPoster(need.id)}>{t('ways.invite', { count: entry.firms - preview.firmsJoined })}</Link>
          {t('ways.inviteEnd', { firms: spelled(entry.firms), share: entry.myShareMinor })}
        </Way>
      )}
      {relaxed && (
        <Way icon={<IconAdjustmentsHorizontal className="ico" aria-hidden="true" />}>
          <UnstyledButton className={classes['textLink']} onClick={() => change({ minFirms: relaxed.firmsJoined })}>
            {t('ways.fewer', { firms: spelled(relaxed.firmsJoined) })}
          </UnstyledButton>
          {t('ways.fewerEnd', { share: relaxed.estimatedShareMinor })}
        </Way>
      )}
      {preview.unblockedBy.map((way) => {
        if (way.code === 'PRICE_TOO_HIGH')
          return (
            <Way key={way.code} icon={<IconAdjustmentsHorizontal className="ico" aria-hidden="true" />}>
              <UnstyledButton className={classes['textLink']} onClick={() => change(raised(draft, way.dropMinor))}>
                {t('ways.raise', { by: way.dropMinor })}
              </UnstyledButton>
              {t('ways.raiseEnd')}
            </Way>
          )
        if (way.code === 'STARTS_TOO_LATE')
          return (
            <Way key={way.code} icon={<IconCalendar className="ico" aria-hidden="true" />}>
              <UnstyledButton className={classes['textLink']} onClick={() => change({ wantsStart: false })}>
                {t('ways.start')}
              </UnstyledButton>
              {t('ways.startEnd', { day: way.startsOn })}
            </Way>
          )
        if (way.code === 'EXCLUDED_FIRM_IN')
          return (
            <Way key={way.code} icon={<IconEyeOff className="ico" aria-hidden="true" />}>
              <UnstyledButton className={classes['textLink']} onClick={() => change({ wantsWithout: false })}>
                {t('ways.without')}
              </UnstyledButton>
              {t('ways.withoutEnd', { names: namesOf(need, way.firmIds), count: way.firmIds.length })}
            </Way>
          )
        if (way.code === 'PROOF_MISSING')
          return (
            <Way key={way.code} icon={<IconCertificate className="ico" aria-hidden="true" />}>
              {t('ways.proof', { proofs: list(way.proofs.map((proof) => t(`proof.${proof}`))) })}{' '}
              <UnstyledButton className={classes['textLink']} onClick={() => change({ wantsProofs: false })}>
                {t('ways.proofDrop')}
              </UnstyledButton>
              {t('ways.proofEnd')}
            </Way>
          )
        if (way.code === 'CAPS_TOO_LOW')
          return (
            <Way key={way.code} icon={<IconUsers className="ico" aria-hidden="true" />}>
              {t('ways.caps')}
            </Way>
          )
        return null
      })}
    </ul>
  )
}

const namesOf = ({ firms }: NeedView, firmIds: readonly string[]) =>
  list(firms.filter(({ firm }) => firmIds.includes(firm.id)).map(({ firm }) => firm.name))

const Way = ({ icon, children }: { icon: ReactNode; children: ReactNode }) => (
  <li>
    {icon}
    <span>{children}</span>
  </li>
)

/** The same pledge with the firms that are there: asked only where the number is what keeps it out. */
const useRelaxed = (needId: string, draft: PledgeDraft, preview: PledgePreview) => {
  const isAsked = !preview.comesInNow && draft.wantsFirms && draft.minFirms > preview.firmsJoined && preview.firmsJoined >= 2
  const promised = promisedBy({ ...draft, minFirms: preview.firmsJoined })
  const { data } = useAnswer(
    previewPledge,
    { needId, ...(promised ?? { capMinor: 0, coverMinor: 0, units: 1, conditions: {} }) },
    { enabled: isAsked && promised !== null },
  )
  return isAsked && data?.comesInNow ? data : null
}

/** The limit that binds goes up: the price where one is set, and the cap as far as it needs to. */
const raised = (draft: PledgeDraft, byMinor: number): Partial<PledgeDraft> => {
  const { capMinor, coverMinor, maxShareMinor, wantsCover, wantsPrice } = draft
  const cover = wantsCover ? (coverMinor ?? 0) : 0
  if (!wantsPrice || maxShareMinor === null) return { capMinor: (capMinor ?? 0) + byMinor }
  const price = maxShareMinor + byMinor
  return { maxShareMinor: price, capMinor: Math.max(capMinor ?? 0, price + cover) }
}
