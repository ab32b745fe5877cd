import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { getShareOffer } from '@mutuo/shared/missions/drop-out.endpoints.ts'
import type { ShareOfferView } from '@mutuo/shared/missions/drop-out.schema.ts'
import { day, dayTime, fromTo, money } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { useSession } from '../../platform/session.tsx'
import { StateBadge } from '../../platform/state-badge.tsx'
import { keyOf, useAnswer } from '../../platform/use-endpoint.ts'
import { useLive } from '../../platform/use-live.ts'
import { Card } from '../../ui/card.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Figure } from '../../ui/figure.tsx'
import { FirmName } from '../../ui/firm-mark.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { LoadedPage } from '../../ui/loaded-page.tsx'
import { Money } from '../../ui/money.tsx'
import { Page } from '../../ui/page.tsx'
import { TwoColumns } from '../../ui/two-columns.tsx'
import { AnswerShareOffer } from './answer-share-offer.tsx'

/** A share that is proposed to the reader's firm: what it would pay, for what, until when it may say yes. */
export const ShareOfferPage = () => {
  const { offerId = '' } = useParams()
  const { active } = useSession()
  const query = useAnswer(getShareOffer, { offerId })
  useLive(active ? `organisation:${active.id}` : undefined, [keyOf(getShareOffer, { offerId })])
  return <LoadedPage query={query}>{(offer) => <Offer offer={offer} />}</LoadedPage>
}

const Offer = ({ offer }: { offer: ShareOfferView }) => {
  const { t } = useTranslation('drop-outs')
  const isOpen = offer.state === 'open'
  return (
    <Page
      title={t(isOpen ? 'offer.title' : `offer.titleOf.${offer.state}`)}
      chips={<StateBadge process="share_offer" state={offer.state} />}
      lead={t(`offer.lead.${offer.cause}`, {
        title: offer.missionTitle,
        group: offer.groupName,
        firm: offer.proposedBy?.name ?? '',
      })}
    >
      <TwoColumns aside={<Parties offer={offer} />}>
        {isOpen ? (
          <Card edge="ocre" aria-labelledby="prix">
            <h2 id="prix">{t('offer.price')}</h2>
            <div>
              <Figure>{`${money(offer.grossMinor)} ${t('common:tax.gross')}`}</Figure>
              <p className="muted">
                {offer.vatMinor > 0 ? t('offer.parts', { net: offer.netMinor, vat: offer.vatMinor }) : t('offer.noVat')}
              </p>
            </div>
            <p>{t('offer.priceNote')}</p>
            <p>
              {t('offer.until')} <b>{dayTime(offer.expiresAt, { weekday: true })}</b>.
            </p>
            <AnswerShareOffer offer={offer} />
          </Card>
        ) : (
          <Ended offer={offer} />
        )}
        <Work offer={offer} />
        <p className="muted">{t('offer.secret')}</p>
      </TwoColumns>
    </Page>
  )
}

const Ended = ({ offer }: { offer: ShareOfferView }) => {
  const { t } = useTranslation('drop-outs')
  if (offer.state === 'open') return null
  return (
    <Card>
      <p>{t(`offer.ended.${offer.state}`)}</p>
      <div className="row">
        {offer.state === 'taken' && <LinkButton to={paths.mission(offer.missionId)}>{t('offer.toMission')}</LinkButton>}
        {offer.shareId && (offer.state === 'taken' || offer.state === 'accepted') && (
          <LinkButton to={paths.share(offer.shareId)} variant="outline">
            {t('offer.toShare')}
          </LinkButton>
        )}
      </div>
    </Card>
  )
}

const Work = ({ offer }: { offer: ShareOfferView }) => {
  const { t } = useTranslation('drop-outs')
  if (offer.steps.length === 0) return null
  return (
    <Card>
      <DataTable
        caption={t('offer.what')}
        showCaption
        head={[t('offer.work'), { text: t('offer.amount'), numeric: true }]}
        rows={[
          ...offer.steps.map(({ title, lotTitle, isOwn, dueOn, netMinor }, at) => ({
            key: `${at}`,
            cells: [
              <span key="what">
                {title}
                <br />
                <small>
                  {isOwn ? `${lotTitle}, ${t('offer.own')}` : lotTitle}, {t('offer.for', { on: day(dueOn) })}
                </small>
              </span>,
              <Money key="net" minor={netMinor} />,
            ],
          })),
          { key: 'total', total: true, cells: [t('offer.total'), <Money key="net" minor={offer.netMinor} />] },
        ]}
      />
      {offer.ownNetMinor > 0 && <p>{t('offer.ownNote', { freelancer: offer.freelancer.name })}</p>}
    </Card>
  )
}

const Parties = ({ offer }: { offer: ShareOfferView }) => {
  const { t } = useTranslation('drop-outs')
  return (
    <Card tight aria-labelledby="avec">
      <h2 id="avec">{t('offer.who')}</h2>
      <ul className="stack tight">
        <li>
          <FirmName of={offer.freelancer} note={t('offer.freelancer')} />
        </li>
        <li>
          <FirmName of={offer.association} note={t('offer.association')} />
        </li>
      </ul>
      <p className="muted">{t('offer.dates', fromTo(offer.startsOn, offer.endsOn))}</p>
    </Card>
  )
}
