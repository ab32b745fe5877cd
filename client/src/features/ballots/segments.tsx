import classes from './ballots.module.css'

type Props = {
  name: string
  label: string
  options: readonly { value: number; label: string }[]
  value: number | undefined
  onChange: (value: number) => void
}

/** Radios side by side, as one bar; dashed until answered. */
export const Segments = ({ name, label, options, value, onChange }: Props) => (
  <div
    className={classes['segments']}
    role="radiogroup"
    aria-label={label}
    data-todo={value === undefined ? '' : undefined}
    data-few={options.length < 4 ? '' : undefined}
  >
    {options.map((option) => (
      <label key={option.value}>
        <input type="radio" name={name} value={option.value} checked={value === option.value} onChange={() => onChange(option.value)} />
        <span>{option.label}</span>
      </label>
    ))}
  </div>
)
