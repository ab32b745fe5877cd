import { useTranslation } from 'react-i18next'
import { getGroup, signCharter } from '@mutuo/shared/groups/group.endpoints.ts'
import type { GroupView } from '@mutuo/shared/groups/group.schema.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { abilityFor, AbilityButton } from '../../ui/ability-button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { toastDone } from '../../ui/toast.ts'
import classes from './groups.module.css'

/** The text that every member has signed; a member whose signature is of a former text signs again. */
export const CharterCard = ({ group }: { group: GroupView }) => {
  const { t } = useTranslation('groups')
  const act = useAct(signCharter, { invalidates: [keyOf(getGroup)], onDone: () => toastDone(t('charter.signed')) })
  const isUnsigned = group.myMembership?.state === 'active' && !group.myMembership.charterSigned
  return (
    <Card aria-labelledby="charte">
      <CardHead id="charte" title={t('charter.title')} hint={t('charter.version', { version: group.charterVersion })} />
      {isUnsigned && (
        <Callout
          tone="ocre"
          actions={
            <AbilityButton
              ability={abilityFor(group.abilities, 'signCharter')}
              pending={act.isPending}
              onClick={() => act.mutate({ groupId: group.id, charterVersion: group.charterVersion })}
            >
              {t('charter.sign')}
            </AbilityButton>
          }
        >
          {t('charter.changed')}
        </Callout>
      )}
      <div className={classes['charter']}>{group.charter}</div>
    </Card>
  )
}
