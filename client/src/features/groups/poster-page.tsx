import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { getGroup } from '@mutuo/shared/groups/group.endpoints.ts'
import { paths } from '../../platform/paths.ts'
import { useAnswer } from '../../platform/use-endpoint.ts'
import { LoadedPage } from '../../ui/loaded-page.tsx'
import { Page } from '../../ui/page.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import classes from './groups.module.css'

/** For the shop window, in A5: the group in a sentence, and its link to scan. */
export const PosterPage = () => {
  const { t } = useTranslation('groups')
  const { groupId = '' } = useParams()
  return (
    <LoadedPage query={useAnswer(getGroup, { groupId })}>
      {(group) => (
        <Page title={t('poster.title', { group: group.name })} back={{ to: paths.group(group.id), label: group.name }} narrow>
          <div className={classes['poster']}>
            <p>{t('poster.text', { association: group.association.name })}</p>
            {group.inviteLink && (
              <>
                <QrCode value={group.inviteLink} label={t('poster.scan')} size={260} />
                <p>
                  <small>{group.inviteLink}</small>
                </p>
              </>
            )}
            <Button onClick={() => window.print()}>{t('poster.print')}</Button>
          </div>
        </Page>
      )}
    </LoadedPage>
  )
}
