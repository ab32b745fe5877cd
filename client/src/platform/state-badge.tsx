import { useTranslation } from 'react-i18next'
import { StateChip, type Look } from '../ui/state-chip.tsx'

/** One look for each state of each life cycle; the words are `states.<process>.<state>`. */
const looks: Record<string, Record<string, Look>> = {
  need: {
    draft: 'draft',
    review: 'waiting',
    gathering: 'running',
    bidding: 'running',
    negotiating: 'running',
    voting: 'attention',
    awarded: 'done',
    done: 'done',
    expired: 'ended',
    cancelled: 'ended',
  },
  pledge: { draft: 'draft', ready: 'done', locked: 'running', converted: 'done', withdrawn: 'ended', released: 'ended' },
  bid: { draft: 'draft', submitted: 'running', shortlisted: 'running', chosen: 'done', declined: 'ended', withdrawn: 'ended' },
  counter_offer: {
    proposed: 'waiting',
    answered: 'attention',
    accepted: 'done',
    declined: 'ended',
    withdrawn: 'ended',
    expired: 'ended',
  },
  ballot: { open: 'running', held: 'attention', tied: 'attention', closed: 'done', void: 'ended' },
  proxy: { given: 'waiting', used: 'done', revoked: 'ended', lapsed: 'ended' },
  objection: { raised: 'attention', lifted: 'ended', adopted: 'done', upheld: 'failed', dismissed: 'ended', lapsed: 'ended' },
  amendment: { proposed: 'attention', collecting: 'waiting', applied: 'done', refused: 'failed', withdrawn: 'ended', expired: 'ended' },
  waterfall: {
    retry: 'waiting',
    grace: 'attention',
    waiting_list: 'waiting',
    cover: 'attention',
    bridge: 'attention',
    reduced_scope: 'attention',
    cancellation: 'failed',
    settled: 'done',
  },
  share_offer: {
    open: 'attention',
    accepted: 'waiting',
    taken: 'done',
    declined: 'ended',
    expired: 'ended',
    withdrawn: 'ended',
    lapsed: 'failed',
  },
  waiting_place: { waiting: 'waiting', left: 'ended', placed: 'done' },
  mission: { collecting: 'waiting', active: 'running', completed: 'done', cancelled: 'ended' },
  share: {
    planned: 'waiting',
    charging: 'waiting',
    processing: 'waiting',
    unknown: 'waiting',
    paid: 'done',
    requires_action: 'attention',
    dunning: 'attention',
    failed: 'failed',
    reallocated: 'ended',
    part_refunded: 'ended',
    refunded: 'ended',
    disputed: 'attention',
    dispute_won: 'done',
    dispute_lost: 'failed',
  },
  milestone: {
    planned: 'waiting',
    delivered: 'attention',
    accepted: 'done',
    released: 'done',
    changes_requested: 'attention',
    contested: 'failed',
    cancelled: 'ended',
  },
  cell: { retained: 'waiting', contested: 'failed', accepted: 'done', transferred: 'done', blocked: 'attention', refunded: 'ended' },
  review: { written: 'waiting', published: 'done', hidden: 'ended' },
  invoice: { issued: 'done', credited: 'ended' },
  membership: { requested: 'waiting', invited: 'waiting', active: 'done', suspended: 'attention', left: 'ended', refused: 'ended' },
  group: { active: 'done', frozen: 'attention' },
}

/** The state of a thing, in the words that all screens share. */
export const StateBadge = ({ process, state }: { process: string; state: string }) => {
  const { t } = useTranslation('states')
  return <StateChip look={looks[process]?.[state] ?? 'waiting'}>{t(`${process}.${state}`)}</StateChip>
}
