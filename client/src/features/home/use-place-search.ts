import { useDeferredValue, useState, type FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { findCommunes } from '@mutuo/shared/organisations/organisation.endpoints.ts'
import { call } from '../../platform/api.ts'
import { paths } from '../../platform/paths.ts'
import { useAnswer } from '../../platform/use-endpoint.ts'
import { toastProblem } from '../../ui/toast.ts'

const around = 20

/** What was typed before the comma: « Bayeux, 14400 » asks for Bayeux. */
const wordsOf = (text: string) => text.split(',')[0]!.trim()

/** From a town or a postcode to the needs around it. An empty field shows them all. */
export const usePlaceSearch = () => {
  const [text, setText] = useState('')
  const [state, setState] = useState<'idle' | 'searching' | 'unknown'>('idle')
  const navigate = useNavigate()
  const asked = useDeferredValue(wordsOf(text))
  const { data } = useAnswer(findCommunes, { q: asked }, { enabled: asked.length >= 2, keepPrevious: true, staleTime: 3_600_000 })
  const go = async () => {
    const words = wordsOf(text)
    if (words.length < 2) return navigate(paths.needs)
    const { items } = await call(findCommunes, { q: words })
    const commune = items.find(({ postcodes }) => postcodes.some((postcode) => text.includes(postcode))) ?? items[0]
    if (!commune) return setState('unknown')
    return navigate(`${paths.needs}?near=${commune.code}&km=${around}`)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setState('searching')
    go()
      .catch(toastProblem)
      .finally(() => setState((current) => (current === 'searching' ? 'idle' : current)))
  }
  return {
    text,
    setText: (next: string) => {
      setText(next)
      setState('idle')
    },
    submit,
    suggestions: data?.items ?? [],
    isSearching: state === 'searching',
    isUnknown: state === 'unknown',
  }
}
