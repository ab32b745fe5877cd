import { useTranslation } from 'react-i18next'
import type { SimilarNeed } from '@mutuo/shared/needs/finding.schema.ts'
import { differencesOf, type Difference } from '@mutuo/shared/needs/similarity.rules.ts'
import type { NeedDraft } from './need-draft.ts'
import { parisDay } from './paris-evening.ts'

/** What another need has that the one that is typed has not, in words. */
export const useDifferenceWords = (draft: NeedDraft, { card, startsOn, lots }: SimilarNeed): string[] => {
  const { t } = useTranslation('needs-finding')
  const count = (kind: 'common' | 'own') => draft.lots.filter((lot) => lot.kind === kind).length
  const mine = {
    closesOn: draft.gatheringDay,
    startsOn: draft.startsOn,
    lots: { common: count('common'), own: count('own') },
    minFirms: draft.minFirms,
    targetFirms: draft.targetFirms,
  }
  const { minFirms, targetFirms } = card.funding
  const lotsInWords = ({ common, own }: { common: number; own: number }) =>
    [...(common > 0 ? [t('lots.common', { count: common })] : []), ...(own > 0 ? [t('lots.own', { count: own })] : [])].join(', ')
  const inWords = (difference: Difference): string => {
    switch (difference.what) {
      case 'lots':
        return lotsInWords(difference)
      case 'size':
        return t('similar.size', { min: difference.minFirms, target: difference.targetFirms })
      default:
        return t(`similar.${difference.what}.${difference.days < 0 ? 'earlier' : 'later'}`, { count: Math.abs(difference.days) })
    }
  }
  return differencesOf(mine, { closesOn: parisDay(card.closesAt), startsOn, lots, minFirms, targetFirms }).map(inWords)
}
