import { Fragment } from 'react'
import classes from './message.module.css'

const link = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]»’']/g
const special = /[.*+?^${}()|[\]\\]/g

/** The words as they were written: lines kept, addresses as links, names of readers that are cited in colour. Nothing else is interpreted. */
export const MessageText = ({ text, names }: { text: string; names: readonly string[] }) => {
  const cited = names.map((name) => `@${name}`.replaceAll(special, '\\$&'))
  const pattern = new RegExp([link.source, ...cited.toSorted((a, b) => b.length - a.length)].join('|'), 'g')
  const parts: { text: string; isFound: boolean }[] = []
  let from = 0
  for (const { index, 0: found } of text.matchAll(pattern)) {
    parts.push({ text: text.slice(from, index), isFound: false }, { text: found, isFound: true })
    from = index + found.length
  }
  parts.push({ text: text.slice(from), isFound: false })
  return (
    <span className={classes['text']}>
      {parts.map((part, at) =>
        !part.isFound ? (
          <Fragment key={at}>{part.text}</Fragment>
        ) : part.text.startsWith('@') ? (
          <span key={at} className={classes['cited']}>
            {part.text}
          </span>
        ) : (
          <a key={at} href={part.text} target="_blank" rel="noopener noreferrer nofollow ugc">
            {part.text}
          </a>
        ),
      )}
    </span>
  )
}
