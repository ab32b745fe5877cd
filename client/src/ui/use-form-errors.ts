import { useState } from 'react'
import type { FormError } from './error-summary.tsx'

/**
 * The errors of a form by field: `check` takes what a validator found (field → sentence or undefined), keeps it, and says whether all is well.
 * `of(field)` is the sentence under the field; `list` goes to ErrorSummary.
 */
export const useFormErrors = <Field extends string = string>() => {
  const [list, setList] = useState<FormError[]>([])
  return {
    list,
    of: (field: Field) => list.find((error) => error.field === field)?.text,
    check: (found: Partial<Record<Field, string | undefined>>) => {
      const errors = Object.entries<string | undefined>(found as Record<string, string | undefined>).flatMap(([field, text]) =>
        text ? [{ field, text }] : [],
      )
      setList(errors)
      return errors.length === 0
    },
    /** A refusal of the server: the fields that it named, else one sentence. */
    refuse: (issues: Record<string, string>, sentence: string, known: readonly Field[]) => {
      const named = Object.entries(issues).filter(([path]) => (known as readonly string[]).includes(path))
      setList(named.length > 0 ? named.map(([field, text]) => ({ field, text })) : [{ text: sentence }])
    },
    clear: () => setList([]),
  }
}
