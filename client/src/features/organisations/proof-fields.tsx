import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { declaredProof, type DeclaredProof, type OrganisationView } from '@mutuo/shared/organisations/organisation.schema.ts'
import classes from './organisations.module.css'

const kinds = declaredProof.shape.kind.options
const mostProofs = 10

/** The proofs that the freelancer has declared; the SIRET proves itself. */
export const declaredIn = ({ proofs }: OrganisationView): DeclaredProof[] =>
  proofs.flatMap(({ kind, label, until }) => (kind === 'siret' ? [] : [{ kind, label, ...(until && { until }) }]))

/** Insurances and certificates: firms may ask for them before they pledge. */
export const ProofFields = ({ proofs, onChange }: { proofs: DeclaredProof[]; onChange: (proofs: DeclaredProof[]) => void }) => {
  const { t } = useTranslation('organisations')
  const set = (at: number, part: Partial<DeclaredProof>) => onChange(proofs.map((proof, i) => (i === at ? { ...proof, ...part } : proof)))
  return (
    <fieldset className={classes['proofs']}>
      <legend>{t('proofs.title')}</legend>
      <p className="muted">{t('proofs.hint')}</p>
      {proofs.map((proof, at) => (
        <div key={at} className={classes['proof']}>
          <NativeSelect
            label={t('proofs.kind')}
            value={proof.kind}
            onChange={(event) => set(at, { kind: event.currentTarget.value as DeclaredProof['kind'] })}
            data={kinds.map((kind) => ({ value: kind, label: t(`proofs.${kind}`) }))}
          />
          <TextInput
            label={t('proofs.label')}
            placeholder={t(`proofs.example.${proof.kind}`)}
            maxLength={120}
            value={proof.label}
            onChange={(event) => set(at, { label: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('proofs.until')}
            value={proof.until ?? ''}
            onChange={(event) => set(at, { until: event.currentTarget.value || undefined })}
          />
          <Button
            variant="subtle"
            size="sm"
            color="red"
            leftSection={<IconTrash className="ico sm" aria-hidden="true" />}
            onClick={() => onChange(proofs.filter((_, i) => i !== at))}
          >
            {t('proofs.remove')}
            <span className="sr">&nbsp;{proof.label || at + 1}</span>
          </Button>
        </div>
      ))}
      {proofs.length < mostProofs && (
        <div>
          <Button
            variant="outline"
            size="sm"
            leftSection={<IconPlus className="ico sm" aria-hidden="true" />}
            onClick={() => onChange([...proofs, { kind: kinds[0]!, label: '' }])}
          >
            {t('proofs.add')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
