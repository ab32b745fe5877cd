/** The page one came from (`?suite=`), only if it is one of ours. */
export const nextPage = (search: URLSearchParams) => {
  const next = search.get('suite')
  return next && /^\/(?![/\\])/.test(next) ? next : undefined
}
