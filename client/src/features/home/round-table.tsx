import { IconBook2, IconBottle, IconBread, IconFlower, IconHammer } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './home.module.css'

const shops = [
  {
    key: 'bakery',
    colour: 'var(--f2)',
    x: 300,
    y: 90,
    label: 32,
    Icon: IconBread,
    string: 'M300 190L300 90',
    arc: 'M242.2 204.6A122 122 0 0 1 357.8 204.6',
  },
  {
    key: 'florist',
    colour: 'var(--f1)',
    x: 518,
    y: 201,
    label: 275,
    Icon: IconFlower,
    string: 'M405.7 251L518 201',
    arc: 'M364.1 208.2A122 122 0 0 1 421.9 308.4',
  },
  {
    key: 'bookshop',
    colour: 'var(--f3)',
    x: 518,
    y: 423,
    label: 497,
    Icon: IconBook2,
    string: 'M405.7 373L518 423',
    arc: 'M421.9 315.6A122 122 0 0 1 364.1 415.8',
  },
  {
    key: 'wine',
    colour: 'var(--f4)',
    x: 82,
    y: 423,
    label: 497,
    Icon: IconBottle,
    string: 'M194.3 373L82 423',
    arc: 'M235.9 415.8A122 122 0 0 1 178.1 315.6',
  },
  {
    key: 'joiner',
    colour: 'var(--f5)',
    x: 82,
    y: 201,
    label: 275,
    Icon: IconHammer,
    string: 'M194.3 251L82 201',
    arc: 'M178.1 308.4A122 122 0 0 1 235.9 208.2',
  },
]

const scallop = 'a7.67 7.67 0 0 1-15.33 0'.repeat(6)
const awning = `M-36-36H36L46-12${scallop}Z`
const stripes = 'M-24-36H-12L-15.3-12H-30.6ZM0-36H12L15.3-12H0ZM24-36H36L46-12H30.7Z'

/** Five shops around one table, and a seat for the reader: an example, in round figures. */
export const RoundTable = () => {
  const { t } = useTranslation('home')
  return (
    <svg className={classes['round']} viewBox="10 0 580 612" role="img" aria-label={t('round.label')}>
      <g fill="none">
        {shops.map(({ key, colour, string }) => (
          <path key={key} d={string} stroke={colour} strokeWidth="3" />
        ))}
        <path d="M300 455V486" stroke="var(--ocre-8)" strokeWidth="2" strokeDasharray="4 4" />
        {shops.map(({ key, colour, arc }) => (
          <path key={key} d={arc} stroke={colour} strokeWidth="38" />
        ))}
        <path
          d="M365.3 435.8A140 140 0 0 1 234.7 435.8L251.5 404A104 104 0 0 0 348.5 404Z"
          stroke="var(--ocre-8)"
          fill="var(--ocre-0)"
          strokeWidth="2"
          strokeDasharray="5 4"
        />
      </g>
      {shops.map((shop) => (
        <Shop key={shop.key} shop={shop} name={t(`round.${shop.key}`)} />
      ))}
      <g transform="translate(300 534) scale(1.3)">
        <path d="M-38-10V40H38V-10" fill="var(--paper)" stroke="var(--ocre-8)" strokeWidth="1.6" strokeDasharray="5 4" />
        <path d={awning} fill="var(--ocre-0)" stroke="var(--ocre-8)" strokeWidth="1.6" strokeDasharray="5 4" />
        <text className={classes['mine']} x="0" y="29" textAnchor="middle">
          ?
        </text>
      </g>
      <g textAnchor="middle">
        <text className={`${classes['label']} ${classes['you']}`} x="300" y="608">
          {t('round.you')}
        </text>
        <text className={classes['each']} x="300" y="268">
          {t('round.each')}
        </text>
        <text className={classes['big']} x="300" y="322">
          {t('round.price', { price: 51_000 })}
        </text>
        <text className={classes['solo']} x="300" y="352">
          {t('round.solo', { price: 261_000 })}
        </text>
        <text className={classes['tax']} x="300" y="376">
          {t('common:tax.netLong')}
        </text>
      </g>
    </svg>
  )
}

const Shop = ({ shop: { colour, x, y, label, Icon }, name }: { shop: (typeof shops)[number]; name: string }) => (
  <>
    <g transform={`translate(${x} ${y}) scale(1.3)`}>
      <path d="M-38-16V40H38V-16" fill="var(--card)" stroke="var(--ink)" strokeWidth="1.6" />
      <path d={awning} fill={colour} />
      <path d={stripes} fill="var(--card)" fillOpacity=".28" />
      <path d="M-32 2H8V30H-32Z" fill="var(--canard-0)" />
      <g transform="translate(-24 4)">
        <Icon stroke={1.5} color="var(--ink)" />
      </g>
      <path d="M15 4H31V40H15Z" fill={colour} />
      <circle cx="19" cy="23" r="1.6" fill="var(--card)" />
    </g>
    <text className={classes['label']} x={x} y={label} textAnchor="middle">
      {name}
    </text>
  </>
)
