import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BallotOutcome } from '@mutuo/shared/ballots/ballot.schema.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import { CopyField } from '../../ui/copy-field.tsx'
import classes from './ballots.module.css'

const shownDigits = 16

/** The outcome record: this page, printed, with the seal that would not match if a vote had been changed. */
export const RecordCard = ({ outcome }: { outcome: BallotOutcome }) => {
  const { t } = useTranslation('ballots')
  return (
    <Card aria-labelledby="record">
      <CardHead as="h3" id="record" title={t('record.title')} />
      <p>{t('record.text')}</p>
      <CopyField label={t('record.seal')} value={outcome.seal} shown={`${outcome.seal.slice(0, shownDigits)}…`} />
      <p className={classes['printed']}>{outcome.seal}</p>
      <Button fullWidth data-noprint="" leftSection={<IconPrinter className="ico" aria-hidden="true" />} onClick={() => window.print()}>
        {t('record.print')}
      </Button>
    </Card>
  )
}
