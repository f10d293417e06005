import type { ReactNode } from 'react';
import { classes } from './field.tsx';

type Variant = 'primary' | 'secondary' | 'warning';

interface ButtonProps {
  children: ReactNode;
  variant?: Variant;
  small?: boolean;
  name?: string;
  value?: string;
}

const look = ({ variant = 'primary', small }: { variant?: Variant; small?: boolean }) =>
  classes(
    'nhsuk-button',
    variant !== 'primary' && `nhsuk-button--${variant}`,
    small && 'nhsuk-button--small',
  );

/** Sends its form; the browser code drops a second press. */
export const Button = ({ children, name, value, ...props }: ButtonProps) => (
  <button
    className={look(props)}
    data-module="nhsuk-button"
    type="submit"
    data-prevent-double-click="true"
    name={name}
    value={value}
  >
    {children}
  </button>
);

/** A link that looks like a button, for "start" and "continue" where nothing is sent. */
export const LinkButton = ({ children, href, ...props }: ButtonProps & { href: string }) => (
  <a className={look(props)} href={href} draggable="false">
    {children}
  </a>
);

/** Puts the buttons and links that end a form side by side. */
export const ButtonGroup = ({ children }: { children: ReactNode }) => (
  <div className="nhsuk-button-group">{children}</div>
);
