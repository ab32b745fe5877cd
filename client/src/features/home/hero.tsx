import { Button, TextInput } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { PageTitle } from '../../ui/page.tsx'
import classes from './home.module.css'
import { RoundTable } from './round-table.tsx'
import { usePlaceSearch } from './use-place-search.ts'

/** The promise, the way in by one's own town, and what it costs to say yes. */
export const Hero = ({ place }: { place: string | undefined }) => {
  const { t } = useTranslation('home')
  const search = usePlaceSearch()
  return (
    <section className={classes['hero']}>
      <div className="stack">
        <PageTitle className={classes['title']}>{t('hero.title')}</PageTitle>
        <p className={classes['lead']}>{t('hero.lead')}</p>
        <form className={classes['find']} onSubmit={search.submit} role="search">
          <TextInput
            label={t('hero.place')}
            value={search.text}
            onChange={(event) => search.setText(event.currentTarget.value)}
            placeholder={place ? t('hero.example', { place }) : undefined}
            autoComplete="postal-code"
            list="communes"
            maxLength={60}
            error={search.isUnknown && t('hero.unknown')}
          />
          <datalist id="communes">
            {search.suggestions.map(({ code, name, postcodes }) => (
              <option key={code} value={`${name}, ${postcodes[0]}`} />
            ))}
          </datalist>
          <Button type="submit" loading={search.isSearching}>
            {t('hero.see')}
          </Button>
        </form>
        <p className={classes['sure']}>
          <IconShieldCheck className="ico" aria-hidden="true" />
          <span>
            <strong>{t('hero.free')}</strong> {t('hero.nothingCharged')}
          </span>
        </p>
      </div>
      <RoundTable />
    </section>
  )
}
