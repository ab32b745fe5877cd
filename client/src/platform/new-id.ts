import { v7 } from 'uuid'

/** The identifier of what this page is about to create: the same one for every try, so that a repeat is the same thing. */
export const newId = (): string => v7()
