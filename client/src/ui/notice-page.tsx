import type { ReactNode } from 'react'
import { Card } from './card.tsx'
import classes from './empty-state.module.css'
import { Page } from './page.tsx'
import { Seats } from './shares-ring.tsx'

/** A whole page that has one thing to say, and where to go from there. */
export const NoticePage = ({ title, text, actions }: { title: string; text: ReactNode; actions: ReactNode }) => (
  <Page title={title} narrow>
    <Card plain className={classes['empty']}>
      <Seats filled={0} seats={6} size={140} />
      <div className="stack tight">
        <p>{text}</p>
        <div className="row">{actions}</div>
      </div>
    </Card>
  </Page>
)
