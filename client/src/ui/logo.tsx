import { Link } from 'react-router'
import classes from './logo.module.css'

const segments = [
  { colour: '#0b5d51', dash: '27 55', turn: -90 },
  { colour: '#eb9a45', dash: '17 65', turn: 38 },
  { colour: '#7a3b69', dash: '15 67', turn: 120 },
  { colour: '#2f5d9b', dash: '12 70', turn: 193 },
]

/** The round of shares and the name, a link to the first page. */
export const Logo = ({ to }: { to: string }) => (
  <Link className={classes['logo']} to={to}>
    <svg width="34" height="34" viewBox="0 0 36 36" aria-hidden="true">
      <g fill="none" strokeWidth="8">
        {segments.map(({ colour, dash, turn }) => (
          <circle key={turn} r="13" cx="18" cy="18" stroke={colour} strokeDasharray={dash} transform={`rotate(${turn} 18 18)`} />
        ))}
      </g>
    </svg>
    Mutuo
  </Link>
)
