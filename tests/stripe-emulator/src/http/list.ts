import type Stripe from 'stripe'
import { fields, integer, text, type Reader } from './params.ts'
import { invalidRequest, missingResource } from './stripe-failure.ts'

type Range = { gt?: number | undefined; gte?: number | undefined; lt?: number | undefined; lte?: number | undefined }

const range: Reader<Range> = (value, path) =>
  typeof value === 'string'
    ? { gte: integer(value, path), lte: integer(value, path) }
    : fields({ gt: integer, gte: integer, lt: integer, lte: integer })(value, path)

/** Parameters every v1 list takes. Source: docs.stripe.com/api/pagination */
export const listFields = { limit: integer, starting_after: text, ending_before: text, created: range }

type ListInput = {
  limit: number | undefined
  starting_after: string | undefined
  ending_before: string | undefined
  created: Range | undefined
}

/** One page of the objects, newest first. */
export const page = <T extends { id: string; created?: number }>(items: T[], input: ListInput, url: string): Stripe.ApiList<T> => {
  const limit = input.limit ?? 10
  if (limit < 1 || limit > 100) throw invalidRequest('This value must be between 1 and 100.', 'parameter_invalid_integer', 'limit')
  const newestFirst = items.filter(({ created }) => created === undefined || isWithin(created, input.created ?? {})).reverse()
  const from = input.starting_after === undefined ? 0 : indexOf(newestFirst, input.starting_after, 'starting_after') + 1
  const to = input.ending_before === undefined ? newestFirst.length : indexOf(newestFirst, input.ending_before, 'ending_before')
  const data = input.ending_before === undefined ? newestFirst.slice(from, from + limit) : newestFirst.slice(Math.max(0, to - limit), to)
  const hasMore = input.ending_before === undefined ? from + limit < newestFirst.length : to > limit
  return { object: 'list', data, has_more: hasMore, url }
}

const isWithin = (created: number, { gt, gte, lt, lte }: Range) =>
  created > (gt ?? -Infinity) && created >= (gte ?? -Infinity) && created < (lt ?? Infinity) && created <= (lte ?? Infinity)

const indexOf = (items: { id: string }[], id: string, param: string) => {
  const index = items.findIndex((item) => item.id === id)
  if (index < 0) throw missingResource('object', id, param)
  return index
}
