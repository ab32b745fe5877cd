import { useMemo } from 'react'
import { encode } from 'uqr'
import classes from './qr-code.module.css'

/** A square to scan; `label` says where it leads. Always dark on white, which every reader understands. */
export const QrCode = ({ value, label, size = 160 }: { value: string; label: string; size?: number }) => {
  const { path, side } = useMemo(() => {
    const { data, size: count } = encode(value, { border: 2 })
    const cells = data.flatMap((line, y) => line.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    return { path: cells.join(''), side: count }
  }, [value])
  return (
    <svg
      className={classes['qr']}
      width={size}
      height={size}
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={`M0 0h${side}v${side}h-${side}z`} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
