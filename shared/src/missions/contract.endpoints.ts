import { z } from 'zod'
import { defineEndpoint } from '../http/endpoint.ts'
import { fileAnswer } from '../http/file-answer.ts'
import { id } from '../ids/id.ts'
import { contractView, passwordAgain } from './contract.schema.ts'

/** The latest version unless one is named. */
const oneVersion = z.strictObject({ missionId: id, version: z.coerce.number().int().min(1).optional() })

export const getContract = defineEndpoint({
  name: 'getContract',
  method: 'GET',
  path: '/missions/:missionId/contract',
  access: 'signedIn',
  input: oneVersion,
  output: contractView,
  refusals: ['NOT_FOUND'],
})

/** The reader's copy to keep. */
export const downloadContract = defineEndpoint({
  name: 'downloadContract',
  method: 'GET',
  path: '/missions/:missionId/contract.pdf',
  access: 'signedIn',
  input: oneVersion,
  output: fileAnswer,
  file: 'application/pdf',
  refusals: ['NOT_FOUND'],
})

/** A party accepts the latest version by its owner, who types the password again. A repeat is refused, so no idempotency key keeps a trace of it. */
export const acceptContract = defineEndpoint({
  name: 'acceptContract',
  method: 'POST',
  path: '/missions/:missionId/contract/acceptance',
  access: 'signedIn',
  input: z.strictObject({ missionId: id, version: z.int(), password: passwordAgain }),
  output: contractView,
  refusals: ['NOT_FOUND', 'OWNER_ONLY', 'NOT_A_PARTY', 'STALE_STATE', 'ALREADY_ACCEPTED', 'STEP_UP_REQUIRED', 'TOO_MANY_REQUESTS'],
})
