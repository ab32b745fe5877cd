import { useTranslation } from 'react-i18next'
import type { ProxyView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { day } from '../../platform/format.ts'
import { Callout } from '../../ui/callout.tsx'
import { FirmMark } from '../../ui/firm-mark.tsx'

/** For whom one votes too, since when, and what they asked for. */
export const ProxyNote = ({ proxy }: { proxy: ProxyView }) => {
  const { t } = useTranslation('ballots')
  return (
    <Callout icon={<FirmMark of={proxy.giver} />}>
      <p>
        <b>{t('proxy.held', { name: proxy.giver.name })}</b> {t('proxy.since', { on: day(proxy.givenAt) })}
      </p>
      {proxy.instruction && <p>{t('proxy.instruction', { text: proxy.instruction })}</p>}
    </Callout>
  )
}
