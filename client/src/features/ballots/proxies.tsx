import { useState } from 'react'
import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { getBallot } from '@mutuo/shared/ballots/ballot.endpoints.ts'
import type { BallotView, ProxyView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { giveProxy, revokeProxy } from '@mutuo/shared/ballots/proxy.endpoints.ts'
import { day } from '../../platform/format.ts'
import { spelled } from '../../platform/spelled.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { AbilityButton, abilityFor } from '../../ui/ability-button.tsx'
import { Card } from '../../ui/card.tsx'
import { toastDone, toastProblem } from '../../ui/toast.ts'
import classes from './ballots.module.css'
import { givenProxyOf } from './papers.ts'
import { WrittenAct } from './written-act.tsx'

/** Absent on the day: one gives one's voice into other hands, or takes it back. */
export const Proxies = ({ ballot }: { ballot: BallotView }) => {
  const mine = givenProxyOf(ballot)
  if (mine) return <GivenProxy ballot={ballot} proxy={mine} />
  return abilityFor(ballot.abilities, 'giveProxy')?.allowed ? <GiveProxy ballot={ballot} /> : null
}

const GiveProxy = ({ ballot }: { ballot: BallotView }) => {
  const { t } = useTranslation('ballots')
  const { firms, colleagues } = ballot.possibleHolders
  const [holder, setHolder] = useState('')
  const act = useAct(giveProxy, { invalidates: [keyOf(getBallot)], onDone: () => toastDone(t('proxy.done')) })
  const [kind, holderId = ''] = holder.split(' ')
  const limit = ballot.rules.proxiesPerHolder
  if (firms.length + colleagues.length === 0) return null
  return (
    <Card className={classes['absent'] ?? ''} plain aria-labelledby="proxy">
      <div>
        <h2 id="proxy">{t('proxy.title', { on: day(ballot.closesAt, { weekday: true }) })}</h2>
        <p className="muted">
          {t('proxy.text')} {limit > 0 && t('proxy.limit', { count: limit, limit: spelled(limit) })}
        </p>
      </div>
      <WrittenAct
        ability={{ move: 'giveProxy', allowed: true }}
        action={t('proxy.go')}
        title={t('proxy.ask')}
        label={t('proxy.wish')}
        hint={t('proxy.wishHint')}
        isOptional
        max={300}
        missing={holder ? undefined : t('proxy.holderMissing')}
        onConfirm={(instruction) =>
          act.mutateAsync({
            id: newId(),
            ballotId: ballot.id,
            holder: kind === 'firm' ? { kind: 'firm', firmId: holderId } : { kind: 'colleague', userId: holderId },
            ...(instruction && { instruction }),
          })
        }
      >
        <p>{t('proxy.what')}</p>
        <NativeSelect
          label={t('proxy.holder')}
          value={holder}
          onChange={(event) => setHolder(event.currentTarget.value)}
          data={[
            { value: '', label: t('proxy.choose') },
            { group: t('proxy.firms'), items: firms.map(({ id, name }) => ({ value: `firm ${id}`, label: name })) },
            { group: t('proxy.colleagues'), items: colleagues.map(({ userId, name }) => ({ value: `colleague ${userId}`, label: name })) },
          ].filter((choice) => !('items' in choice) || choice.items.length > 0)}
        />
      </WrittenAct>
    </Card>
  )
}

const GivenProxy = ({ ballot, proxy }: { ballot: BallotView; proxy: ProxyView }) => {
  const { t } = useTranslation('ballots')
  const act = useAct(revokeProxy, { invalidates: [keyOf(getBallot)], onDone: () => toastDone(t('proxy.taken')) })
  return (
    <Card className={classes['absent'] ?? ''} plain aria-labelledby="proxy">
      <div>
        <h2 id="proxy">{t('proxy.given', { name: proxy.holder?.name ?? t('proxy.aColleague') })}</h2>
        <p className="muted">{t(proxy.state === 'used' ? 'proxy.wasUsed' : 'proxy.mayTake', { on: day(proxy.givenAt) })}</p>
        {proxy.instruction && <p>{t('proxy.own', { text: proxy.instruction })}</p>}
      </div>
      <AbilityButton
        ability={abilityFor(proxy.abilities, 'revoke')}
        variant="outline"
        pending={act.isPending}
        onClick={() => act.mutate({ ballotId: ballot.id, proxyId: proxy.id }, { onError: toastProblem })}
      >
        {t('proxy.take')}
      </AbilityButton>
    </Card>
  )
}
