import { Button } from '@mantine/core'
import { IconEyeOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BidView } from '@mutuo/shared/bids/bid.schema.ts'
import { useDraft } from '../../platform/use-draft.ts'
import classes from './negotiation.module.css'

/** Bids that the reader took out of its own view, on this device; they stay in the vote. */
export const useHiddenBids = (needId: string) => {
  const { value: hidden, setValue, forget } = useDraft<string[]>(`hidden.${needId}`, [], localStorage)
  return {
    isHidden: (bid: BidView) => hidden.includes(bid.id),
    hide: (bid: BidView) => setValue([...new Set([...hidden, bid.id])]),
    showAll: forget,
  }
}

export const HideButton = ({ bid, onHide, short = false }: { bid: BidView; onHide: (bid: BidView) => void; short?: boolean }) => {
  const { t } = useTranslation(['negotiation', 'bids'])
  return (
    <Button variant="subtle" leftSection={<IconEyeOff className="ico" aria-hidden="true" />} onClick={() => onHide(bid)} data-noprint="">
      {t(short ? 'hide.short' : 'hide.hide')}
      <span className="sr">{t('bids:offerOf', { name: bid.freelancer.name })}</span>
    </Button>
  )
}

/** What hiding means, and the way back; `more` is one firm more than there are, in words. */
export const HiddenNote = ({ count, more, onShow }: { count: number; more: string; onShow: () => void }) => {
  const { t } = useTranslation('negotiation')
  return (
    <div className={classes['under']} data-noprint="">
      <small>
        {t('hide.note')} <span className="wide-only">{t('hide.more', { firms: more })}</span>
      </small>
      {count > 0 && (
        <p role="status">
          {t('hide.hidden', { count })}{' '}
          <Button variant="subtle" size="sm" onClick={onShow}>
            {t('hide.show')}
          </Button>
        </p>
      )}
    </div>
  )
}
