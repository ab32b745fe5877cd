import { IconMessageCircle, IconPhone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { SharePayment } from '@mutuo/shared/billing/billing.schema.ts'
import { listRooms } from '@mutuo/shared/chat/chat.endpoints.ts'
import { paths } from '../../platform/paths.ts'
import { useAnswer } from '../../platform/use-endpoint.ts'
import { Card } from '../../ui/card.tsx'
import classes from './billing.module.css'

/** Whom to ask: the association, by telephone or in the room that only it and the firm read. */
export const ContactCard = ({ share: { contact, missionId } }: { share: SharePayment }) => {
  const { t } = useTranslation('billing')
  const { data } = useAnswer(listRooms, { subjectId: missionId })
  const room = data?.items.find(({ audience }) => audience === 'with_association')
  return (
    <Card className={classes['contact']} aria-labelledby="question">
      <h2 id="question">{t('contact.title')}</h2>
      <p>
        <b>{contact.association.name}</b> {t('contact.follows')}
      </p>
      {contact.phone && (
        <a className="link" href={`tel:${contact.phone.replace(/\s/g, '')}`}>
          <IconPhone className="ico" aria-hidden="true" /> {contact.phone}
        </a>
      )}
      {room && (
        <Link className="link" to={paths.room(room.id)}>
          <IconMessageCircle className="ico" aria-hidden="true" /> {t('contact.write')}
        </Link>
      )}
    </Card>
  )
}
