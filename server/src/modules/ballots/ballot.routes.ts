import * as endpoints from '@mutuo/shared/ballots/ballot.endpoints.ts'
import * as objections from '@mutuo/shared/ballots/objection.endpoints.ts'
import * as proxies from '@mutuo/shared/ballots/proxy.endpoints.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import { serve } from '../../platform/http/serve-endpoint.ts'
import { adoptObjection } from './adopt-objection.ts'
import type { BallotRecord } from './ballot.model.ts'
import { getVisibleBallot, presentBallot } from './ballot.view.ts'
import { castProxyVote } from './cast-proxy-vote.ts'
import { castVote } from './cast-vote.ts'
import { closeBallot } from './close-ballot.ts'
import { downloadClosing } from './download-closing.ts'
import { downloadRecord } from './download-record.ts'
import { enterVote } from './enter-vote.ts'
import { giveCastingVote } from './give-casting-vote.ts'
import { giveProxy } from './give-proxy.ts'
import { liftObjection } from './lift-objection.ts'
import { getOwnObjection, presentOwnObjection, type OwnObjection } from './objection.view.ts'
import { raiseConflict } from './raise-conflict.ts'
import { remindVoters } from './remind-voters.ts'
import { replyToObjection } from './reply-to-objection.ts'
import { revokeProxy } from './revoke-proxy.ts'
import { ruleOnObjection } from './rule-on-objection.ts'
import { stepAside } from './step-aside.ts'

const present = (ballot: BallotRecord, { viewer, now }: { viewer: Viewer; now: Date }) => presentBallot(ballot, viewer, now)
const presentOwn = (own: OwnObjection, { viewer }: { viewer: Viewer }) => presentOwnObjection(own, viewer)

export const ballotRoutes = [
  serve(endpoints.getBallot, { run: ({ viewer, input }) => getVisibleBallot(viewer, input.ballotId), present }),
  serve(endpoints.castVote, { run: castVote, present }),
  serve(endpoints.enterVote, { run: enterVote, present }),
  serve(endpoints.closeBallot, { run: closeBallot, present }),
  serve(endpoints.giveCastingVote, { run: giveCastingVote, present }),
  serve(endpoints.remindVoters, { run: remindVoters }),
  serve(endpoints.stepAside, { run: stepAside, present }),
  serve(endpoints.downloadRecord, { run: downloadRecord }),
  serve(endpoints.downloadClosing, { run: downloadClosing }),
  serve(proxies.giveProxy, { run: giveProxy, present }),
  serve(proxies.revokeProxy, { run: revokeProxy, present }),
  serve(proxies.castProxyVote, { run: castProxyVote, present }),
  serve(objections.raiseConflict, { run: raiseConflict, present }),
  serve(objections.liftObjection, { run: liftObjection, present }),
  serve(objections.adoptObjection, { run: adoptObjection, present }),
  serve(objections.ruleOnObjection, { run: ruleOnObjection, present }),
  serve(objections.getObjection, { run: ({ viewer, input }) => getOwnObjection(viewer, input), present: presentOwn }),
  serve(objections.replyToObjection, { run: replyToObjection, present: presentOwn }),
]
