import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { agreeToMerge, answerMerge, declineMerge, getNeedMerge, withdrawMerge } from '@mutuo/shared/needs/merge.endpoints.ts'
import type { MergeView } from '@mutuo/shared/needs/merge.schema.ts'
import { getNeed } from '@mutuo/shared/needs/need.endpoints.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { AbilityButton, abilityFor } from '../../ui/ability-button.tsx'
import { toastDone, toastProblem } from '../../ui/toast.ts'

/** What this reader may say to a merge: as a leader, or as a firm that is asked. */
export const MergeActions = ({ merge }: { merge: MergeView }) => {
  const { t } = useTranslation('needs-finding')
  const invalidates = [keyOf(getNeedMerge), keyOf(getNeed)]
  const agree = useAct(agreeToMerge, { invalidates, onDone: () => toastDone(t('merge.done.agree')) })
  const decline = useAct(declineMerge, { invalidates, onDone: () => toastDone(t('merge.done.decline')) })
  const withdraw = useAct(withdrawMerge, { invalidates, onDone: () => toastDone(t('merge.done.withdraw')) })
  const answer = useAct(answerMerge, {
    invalidates,
    onDone: (_, { accepts }) => toastDone(t(accepts ? 'merge.done.accept' : 'merge.done.refuse')),
  })
  const { abilities, myAnswer } = merge
  if (abilities.length === 0) return null
  const ofMerge = { mergeId: merge.id, version: merge.version }
  const say = (accepts: boolean) => answer.mutate({ mergeId: merge.id, accepts }, { onError: toastProblem })
  const mayAnswer = abilityFor(abilities, 'answer')
  return (
    <div className="row">
      <AbilityButton
        ability={abilityFor(abilities, 'agree')}
        pending={agree.isPending}
        onClick={() => agree.mutate(ofMerge, { onError: toastProblem })}
      >
        {t('merge.agree')}
      </AbilityButton>
      <AbilityButton
        ability={abilityFor(abilities, 'decline')}
        variant="outline"
        pending={decline.isPending}
        onClick={() => decline.mutate(ofMerge, { onError: toastProblem })}
      >
        {t('merge.decline')}
      </AbilityButton>
      {myAnswer !== 'accepted' && (
        <AbilityButton ability={mayAnswer} pending={answer.isPending} onClick={() => say(true)}>
          {t('merge.accept')}
        </AbilityButton>
      )}
      {myAnswer !== 'refused' && mayAnswer?.allowed && (
        <Button variant="outline" loading={answer.isPending} onClick={() => say(false)}>
          {t('merge.refuse')}
        </Button>
      )}
      <AbilityButton
        ability={abilityFor(abilities, 'withdraw')}
        variant="subtle"
        pending={withdraw.isPending}
        onClick={() => withdraw.mutate(ofMerge, { onError: toastProblem })}
      >
        {t('merge.withdraw')}
      </AbilityButton>
    </div>
  )
}
