import { Button } from '@mantine/core'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BallotOutcome, BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { downloadRecord } from '@mutuo/shared/ballots/ballot.endpoints.ts'
import { fileAddress } from '../../platform/api.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import { CopyField } from '../../ui/copy-field.tsx'
import classes from './ballots.module.css'

const shownDigits = 12

/** The outcome record: this page, printed, with the seal that would not match if a vote had been changed. */
export const RecordCard = ({ ballot, outcome }: { ballot: BallotView; outcome: BallotOutcome }) => {
  const { t } = useTranslation('ballots')
  return (
    <Card aria-labelledby="record">
      <CardHead as="h3" id="record" title={t('record.title')} />
      <p>{t('record.text')}</p>
      <CopyField label={t('record.seal')} value={outcome.seal} shown={`${outcome.seal.slice(0, shownDigits)}…`} />
      <p className={classes['printed']}>{outcome.seal}</p>
      <div className="stack tight" data-noprint="">
        <Button
          component="a"
          href={fileAddress(downloadRecord, { ballotId: ballot.id })}
          download
          fullWidth
          leftSection={<IconDownload className="ico" aria-hidden="true" />}
        >
          {t('record.download')}
        </Button>
        <Button variant="subtle" fullWidth leftSection={<IconPrinter className="ico" aria-hidden="true" />} onClick={() => window.print()}>
          {t('record.print')}
        </Button>
      </div>
    </Card>
  )
}
