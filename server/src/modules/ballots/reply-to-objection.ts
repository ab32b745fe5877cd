import type { replyToObjection as endpoint } from '@mutuo/shared/ballots/objection.endpoints.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { objectionAnswered } from './ballot.events.ts'
import { ballotStore } from './ballot.store.ts'
import { getOwnObjection, mayReply } from './objection.view.ts'

/** The freelancer's side of a conflict of interests, once, before the ruling. @throws NOT_FOUND, OWNER_ONLY, STALE_STATE */
export const replyToObjection = ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const { ballot, objection } = await getOwnObjection(viewer, input, tx)
    allow(mayReply(viewer, ballot, objection))
    const answered = { ...objection, reply: { text: input.text, at: now } }
    const objections = ballot.objections.map((one) => (one === objection ? answered : one))
    const changed = await ballotStore.change(ballot, { objections }, tx)
    tx.emit(objectionAnswered(changed, answered))
    return { ballot: changed, objection: answered }
  })
