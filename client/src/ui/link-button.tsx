import { Button, type ButtonProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

/** An action that is a page of its own. */
export const LinkButton = ({ to, children, ...button }: ButtonProps & { to: string; children: ReactNode }) => (
  <Button component={Link} to={to} {...button}>
    {children}
  </Button>
)
