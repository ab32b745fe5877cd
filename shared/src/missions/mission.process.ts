import { defineProcess } from '../process/process.ts'

/** The contract that an award creates. Work starts only when every share is paid, or the uncovered rest is zero. */
export const missionProcess = defineProcess({
  name: 'mission',
  initial: 'collecting',
  states: ['collecting', 'active', 'completed', 'cancelled'],
  moves: {
    start: { from: ['collecting'], to: 'active', by: ['system'] },
    complete: { from: ['active'], to: 'completed', by: ['system'] },
    cancel: { from: ['collecting', 'active'], to: 'cancelled', by: ['association', 'system'] },
  },
})

/** What one firm owes in one mission. `unknown`: the outcome is not known yet; never shown as failed. */
export const shareProcess = defineProcess({
  name: 'share',
  initial: 'planned',
  states: [
    'planned',
    'charging',
    'processing',
    'unknown',
    'requires_action',
    'dunning',
    'paid',
    'failed',
    'reallocated',
    'part_refunded',
    'refunded',
    'disputed',
    'dispute_won',
    'dispute_lost',
  ],
  moves: {
    charge: { from: ['planned', 'requires_action', 'dunning'], to: 'charging', by: ['system', 'owner'] },
    process: { from: ['charging', 'unknown'], to: 'processing', by: ['system'] },
    lose: { from: ['charging'], to: 'unknown', by: ['system'] },
    askAction: { from: ['charging', 'unknown', 'processing'], to: 'requires_action', by: ['system'] },
    decline: { from: ['charging', 'unknown', 'processing', 'requires_action'], to: 'dunning', by: ['system'] },
    pay: { from: ['charging', 'unknown', 'processing', 'requires_action', 'dunning'], to: 'paid', by: ['system'] },
    /** Its payment comes when the share that it was to take over has moved on: the money goes back. */
    turnAway: { from: ['charging', 'unknown', 'processing', 'requires_action', 'dunning'], to: 'failed', by: ['system'] },
    giveUp: { from: ['planned', 'requires_action', 'dunning'], to: 'failed', by: ['system'] },
    reopen: { from: ['failed'], to: 'dunning', by: ['association'] },
    reallocate: { from: ['requires_action', 'dunning', 'failed', 'paid'], to: 'reallocated', by: ['system'] },
    refundPart: { from: ['paid'], to: 'part_refunded', by: ['system'] },
    refund: { from: ['paid', 'part_refunded'], to: 'refunded', by: ['system'] },
    dispute: { from: ['paid', 'part_refunded'], to: 'disputed', by: ['system'] },
    win: { from: ['disputed'], to: 'dispute_won', by: ['system'] },
    loseDispute: { from: ['disputed'], to: 'dispute_lost', by: ['system'] },
  },
})

/** A deliverable with an amount; its money is retained until it is accepted. */
export const milestoneProcess = defineProcess({
  name: 'milestone',
  initial: 'planned',
  states: ['planned', 'delivered', 'changes_requested', 'contested', 'accepted', 'released', 'cancelled'],
  moves: {
    deliver: { from: ['planned', 'changes_requested'], to: 'delivered', by: ['freelancer'] },
    requestChanges: { from: ['delivered'], to: 'changes_requested', by: ['firm'] },
    accept: { from: ['delivered'], to: 'accepted', by: ['firm', 'system'] },
    contest: { from: ['delivered'], to: 'contested', by: ['firm'] },
    settle: { from: ['contested'], to: 'delivered', by: ['association'] },
    release: { from: ['accepted'], to: 'released', by: ['system'] },
    cancel: { from: ['planned', 'delivered', 'changes_requested', 'contested'], to: 'cancelled', by: ['system'] },
  },
})

/** One firm's part of one milestone. A firm that contests holds back its own cell and nobody else's. */
export const cellProcess = defineProcess({
  name: 'cell',
  initial: 'retained',
  states: ['retained', 'contested', 'accepted', 'transferred', 'blocked', 'refunded'],
  moves: {
    contest: { from: ['retained'], to: 'contested', by: ['firm'] },
    settle: { from: ['contested'], to: 'retained', by: ['association', 'firm'] },
    accept: { from: ['retained'], to: 'accepted', by: ['firm', 'system'] },
    block: { from: ['accepted'], to: 'blocked', by: ['system'] },
    transfer: { from: ['accepted', 'blocked'], to: 'transferred', by: ['system'] },
    refund: { from: ['retained', 'contested'], to: 'refunded', by: ['system'] },
  },
})
