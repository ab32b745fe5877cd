import type { downloadClosing as endpoint } from '@mutuo/shared/ballots/ballot.endpoints.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { writeCalendar } from '../../platform/calendar/write-calendar.ts'
import { appUrl } from '../../platform/config.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { needs } from '../needs/index.ts'
import { getVisibleBallot } from './ballot.view.ts'

const titles = {
  fr: (need: string) => `Clôture du vote : ${need}`,
  en: (need: string) => `Vote closes: ${need}`,
}

/** @throws NOT_FOUND, BALLOT_CLOSED */
export const downloadClosing = async ({ viewer, input, now, locale }: Call<typeof endpoint>) => {
  const { _id, state, needId, closesAt } = await getVisibleBallot(viewer, input.ballotId)
  if (state !== 'open') throw new DomainError('BALLOT_CLOSED')
  const { content } = await needs.get(needId)
  const event = {
    id: `vote-${_id}@mutuo`,
    at: closesAt,
    title: titles[locale](content.title),
    url: appUrl(`/besoins/${needId}/vote/${_id}`),
  }
  return { name: locale === 'fr' ? 'cloture-du-vote.ics' : 'vote-closing.ics', content: writeCalendar(event, { now, language: locale }) }
}
