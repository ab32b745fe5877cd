import { z } from 'zod'
import { defineEndpoint } from '../http/endpoint.ts'
import { fileAnswer } from '../http/file-answer.ts'
import { id, line } from '../ids/id.ts'
import { bidComparison, bidView, editBidInput, myBid, prepareBidInput } from './bid.schema.ts'

const content = [
  'TIERS_RISE',
  'TIERS_DISORDERED',
  'LOTS_DO_NOT_MATCH',
  'PARTS_DO_NOT_SUM',
  'MILESTONE_TOO_SMALL',
  'DELIVERY_BEFORE_START',
] as const

export const prepareBid = defineEndpoint({
  name: 'prepareBid',
  method: 'POST',
  path: '/needs/:needId/bids',
  access: 'signedIn',
  idempotency: 'required',
  input: prepareBidInput,
  output: bidView,
  refusals: ['NOT_FOUND', 'FREELANCER_ONLY', 'OWNER_ONLY', 'BIDS_CLOSED', 'ALREADY_BID', ...content],
})

/** A submitted bid that is edited is a draft again, until it is submitted anew. */
export const editBid = defineEndpoint({
  name: 'editBid',
  method: 'PATCH',
  path: '/bids/:bidId',
  access: 'signedIn',
  input: editBidInput,
  output: bidView,
  refusals: ['NOT_FOUND', 'BIDS_CLOSED', 'STALE_STATE', ...content],
})

/** Needs a payout account that can receive transfers. */
export const submitBid = defineEndpoint({
  name: 'submitBid',
  method: 'POST',
  path: '/bids/:bidId/submission',
  access: 'signedIn',
  input: z.strictObject({ bidId: id, version: z.int() }),
  output: bidView,
  refusals: ['NOT_FOUND', 'BIDS_CLOSED', 'STALE_STATE', 'PAYOUT_ACCOUNT_MISSING'],
})

export const withdrawBid = defineEndpoint({
  name: 'withdrawBid',
  method: 'POST',
  path: '/bids/:bidId/withdrawal',
  access: 'signedIn',
  input: z.strictObject({ bidId: id, version: z.int(), reason: line(300) }),
  output: bidView,
  refusals: ['NOT_FOUND', 'BIDS_CLOSED', 'STALE_STATE'],
})

export const shortlistBid = defineEndpoint({
  name: 'shortlistBid',
  method: 'POST',
  path: '/bids/:bidId/shortlist',
  access: 'signedIn',
  input: z.strictObject({ bidId: id, version: z.int(), isShortlisted: z.boolean() }),
  output: bidView,
  refusals: ['NOT_FOUND', 'LEADER_ONLY', 'STALE_STATE'],
})

export const compareBids = defineEndpoint({
  name: 'compareBids',
  method: 'GET',
  path: '/needs/:needId/bids',
  access: 'signedIn',
  input: z.strictObject({ needId: id }),
  output: bidComparison,
  refusals: ['NOT_FOUND'],
})

/** The same as a table for a spreadsheet: no more than the viewer reads on screen. */
export const exportBids = defineEndpoint({
  name: 'exportBids',
  method: 'GET',
  path: '/needs/:needId/bids/export',
  access: 'signedIn',
  file: 'text/csv',
  input: z.strictObject({ needId: id }),
  output: fileAnswer,
  refusals: ['NOT_FOUND'],
})

export const getBid = defineEndpoint({
  name: 'getBid',
  method: 'GET',
  path: '/bids/:bidId',
  access: 'signedIn',
  input: z.strictObject({ bidId: id }),
  output: bidView,
  refusals: ['NOT_FOUND'],
})

export const listMyBids = defineEndpoint({
  name: 'listMyBids',
  method: 'GET',
  path: '/bids',
  access: 'signedIn',
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(myBid) }),
  refusals: ['FREELANCER_ONLY'],
})
