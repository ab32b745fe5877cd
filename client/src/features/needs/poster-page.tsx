import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { getNeed } from '@mutuo/shared/needs/need.endpoints.ts'
import { money } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { useAnswer } from '../../platform/use-endpoint.ts'
import { Card } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Logo } from '../../ui/logo.tsx'
import { Page } from '../../ui/page.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { When } from '../../ui/when.tsx'
import { addressOf } from './invite-dialog.tsx'
import { partOf } from './my-part.ts'
import classes from './poster.module.css'

/** A bill for the shop window: what, for how much, until when, and the code that leads there. */
export const PosterPage = () => {
  const { t } = useTranslation('needs')
  const { needId = '' } = useParams()
  const query = useAnswer(getNeed, { needId })
  return (
    <Page
      title={t('poster.title')}
      lead={t('poster.lead')}
      back={{ to: paths.need(needId), label: t('common:actions.back') }}
      narrow
      actions={
        <Button leftSection={<IconPrinter className="ico" aria-hidden="true" />} onClick={() => window.print()} data-noprint="">
          {t('poster.print')}
        </Button>
      }
    >
      <Loaded query={query}>
        {(need) => {
          const isOpen = need.state === 'gathering'
          const part = isOpen ? partOf(need) : null
          return (
            <Card plain className={classes['poster']} as="article">
              <Logo to={paths.home} />
              <h2>{need.content.title}</h2>
              {part && (
                <p className={classes['price']}>
                  <b>{money(part.netMinor, { whole: true })}</b> {t('poster.each', { firms: part.firms })}
                </p>
              )}
              <p>{isOpen ? t('poster.join', { count: need.funding.firms }) : t('poster.closed')}</p>
              <QrCode value={addressOf(need.id)} label={t('invite.code')} size={220} />
              {isOpen && (
                <p>
                  {t('poster.until')} <When at={need.content.gatheringClosesAt} weekday />
                </p>
              )}
              <small>{t('poster.by', { group: need.group.name, association: need.group.association.name })}</small>
            </Card>
          )
        }}
      </Loaded>
    </Page>
  )
}
