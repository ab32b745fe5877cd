import { Button, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { list } from '../../platform/format.ts'
import { spelled } from '../../platform/spelled.ts'
import { useDraft } from '../../platform/use-draft.ts'
import { BottomBar } from '../../ui/bottom-bar.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { DisabledAction } from '../../ui/disabled-action.tsx'
import { When } from '../../ui/when.tsx'
import { Abstain } from './abstain.tsx'
import classes from './ballots.module.css'
import { BidChoices } from './bid-choices.tsx'
import { MyVote } from './my-vote.tsx'
import { draftsOf, editionOf, faultIn, papersThatWait, papersToCast, type Fault, type Paper } from './papers.ts'
import { ProxyNote } from './proxy-note.tsx'
import { Ranking } from './ranking.tsx'
import { useCastPapers } from './use-cast-papers.ts'
import { bidsAtVote, NONE, objects } from './vote-draft.ts'

const formId = 'bulletin'

/** The firm's own paper and those of the firms whose proxy it holds, kept on this device until they are cast; they may be cast again until the vote closes. */
export const BallotPaper = ({ ballot, papers }: { ballot: BallotView; papers: readonly Paper[] }) => {
  const { t } = useTranslation('ballots')
  const { method } = ballot.rules
  const count = bidsAtVote(ballot).length
  const initial = draftsOf(ballot, papers)
  const draft = useDraft(`vote.${ballot.id}.${ballot.round}.${editionOf(papers)}`, initial)
  const drafts = { ...initial, ...draft.value }
  const { cast, isPending } = useCastPapers(ballot, draft.forget)
  const fault = faultIn(ballot, papers, drafts)
  const toCast = papersToCast(ballot, papers, drafts)
  const reason = useFaultText(ballot, fault)
  const waiting = papersThatWait(ballot, papers, drafts)
  const acceptsNone = method === 'ranked' && drafts['own']?.order[0] === NONE
  const words =
    toCast.length > 1
      ? t('paper.sendAll', { count: toCast.length, all: spelled(toCast.length) })
      : t(ballot.myVote ? 'paper.change' : 'paper.send')
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    if (!fault) void cast(toCast, drafts)
  }
  const change = (key: string) => (changed: (typeof drafts)[string]) => draft.setValue({ ...drafts, [key]: changed })
  return (
    <Card as="form" id={formId} onSubmit={submit} aria-labelledby="paper">
      <CardHead id="paper" title={t('paper.title')} hint={t(`paper.hint.${method}`, { count, bids: spelled(count) })} />
      <MyVote ballot={ballot} />
      {papers.map((paper) => paper.proxy && <ProxyNote key={paper.key} proxy={paper.proxy} />)}
      {method === 'ranked' ? (
        papers.map((paper) => (
          <Ranking
            key={paper.key}
            ballot={ballot}
            firm={papers.length > 1 ? paper.firm : undefined}
            isEmpty={waiting.includes(paper)}
            forAnother={paper.proxy && { ownOrder: drafts['own']?.order }}
            draft={drafts[paper.key]!}
            onChange={change(paper.key)}
          />
        ))
      ) : (
        <BidChoices ballot={ballot} papers={papers} drafts={drafts} onChange={(key, changed) => change(key)(changed)} />
      )}
      {papers
        .filter(({ key, proxy }) => !proxy || objects(drafts[key]!, method))
        .map(({ key, firm, proxy }) => (
          <Textarea
            key={key}
            label={proxy ? t('paper.reasonFor', { name: firm.name }) : t(method === 'consent' ? 'paper.objection' : 'paper.reason')}
            description={t(method === 'consent' ? 'paper.objectionHint' : 'paper.reasonHint', {
              firms: t('common:unit.firms', { count: ballot.voters.length }),
            })}
            maxLength={600}
            autosize
            minRows={3}
            value={drafts[key]!.reason}
            onChange={(event) => change(key)({ ...drafts[key]!, reason: event.currentTarget.value })}
          />
        ))}
      <div className="stack tight">
        <p role="status" className="sr">
          {reason}
        </p>
        {!reason && waiting.length > 0 && (
          <p>
            <b>{t('paper.waits', { count: waiting.length, names: list(waiting.map(({ firm }) => firm.name)) })}</b>
          </p>
        )}
        <div className={`row ${classes['send']}`}>
          {reason ? (
            <DisabledAction reason={reason}>{words}</DisabledAction>
          ) : (
            <Button type="submit" loading={isPending}>
              {words}
            </Button>
          )}
          {papers.some(({ proxy }) => !proxy) && <Abstain ballot={ballot} />}
        </div>
        <small>{t(ballot.rules.isAnonymous ? 'paper.traceAnonymous' : 'paper.trace')}</small>
      </div>
      <BottomBar>
        <div>
          <b>{reason ?? (ballot.myVote ? t('paper.voted') : acceptsNone ? t('ranking.accepted', { count: 0 }) : t('paper.ready'))}</b>
          <br />
          <small>
            {t('closes')} <When at={ballot.closesAt} />
          </small>
        </div>
        {reason || (acceptsNone && !ballot.myVote) ? (
          <Button component="a" href={`#${formId}`}>
            {t('paper.go')}
          </Button>
        ) : (
          <Button type="submit" loading={isPending}>
            {words}
          </Button>
        )}
      </BottomBar>
    </Card>
  )
}

/** What is missing, and of whom. */
const useFaultText = ({ rules }: BallotView, fault: Fault | undefined): string | undefined => {
  const { t } = useTranslation('ballots')
  if (!fault) return undefined
  const { paper, missing } = fault
  const what = missing > 0 ? t(`paper.missing.${rules.method}`, { count: missing, missing: spelled(missing) }) : t('paper.reasonMissing')
  return paper.proxy ? t('paper.missingFor', { what: what.replace(/\.$/, ''), name: paper.firm.name }) : what
}
