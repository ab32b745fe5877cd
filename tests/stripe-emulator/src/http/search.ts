import type Stripe from 'stripe'
import { invalidRequest } from './stripe-failure.ts'

type Searchable = { metadata: Stripe.Metadata; created: number }

const CLAUSE = /^(-)?(?:metadata\[(["'])(.+?)\2\]|(\w+))\s*(:|>=|<=|>|<)\s*(["']?)(.*?)\6$/

/** Stripe's search language for clauses joined by AND: fields, metadata, comparison, negation. Source: docs.stripe.com/search */
export const search = <T extends Searchable>(
  items: T[],
  { query, limit = 10, page }: { query: string; limit: number | undefined; page: string | undefined },
  url: string,
): Stripe.ApiSearchResult<T> => {
  const tests = query.split(/\s+AND\s+/i).map(clauseTest)
  const hits = items.filter((item) => tests.every((test) => test(item))).reverse()
  const from = page === undefined ? 0 : Number(page)
  const hasMore = from + limit < hits.length
  return {
    object: 'search_result',
    data: hits.slice(from, from + limit),
    has_more: hasMore,
    next_page: hasMore ? String(from + limit) : null,
    url,
  }
}

const clauseTest = (clause: string): ((item: Searchable) => boolean) => {
  const match = CLAUSE.exec(clause.trim())
  if (!match) throw invalidRequest(`We were unable to parse your search query: ${clause}`, undefined, 'query')
  const [, minus, , key, field = '', operator = ':', , wanted = ''] = match
  const holds = (item: Searchable): boolean => {
    const value = key === undefined ? (item as unknown as Record<string, unknown>)[field] : item.metadata[key]
    if (value === undefined || value === null) return false
    if (operator === ':') return String(value).toLowerCase() === wanted.toLowerCase()
    return compare(Number(value), operator, Number(wanted))
  }
  return minus === undefined ? holds : (item) => !holds(item)
}

const compare = (left: number, operator: string, right: number) =>
  operator === '>' ? left > right : operator === '<' ? left < right : operator === '>=' ? left >= right : left <= right
