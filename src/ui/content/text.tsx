import type { ReactNode } from 'react';
import { classes } from '../form-components/field.tsx';

type Size = 'xl' | 'l' | 'm' | 's' | 'xs';

const usualSize: Record<number, Size> = { 1: 'l', 2: 'm', 3: 's', 4: 'xs' };

interface HeadingProps {
  children: ReactNode;
  level?: 1 | 2 | 3 | 4;
  size?: Size;
  /** Smaller words above the heading: whose record, which step. */
  caption?: ReactNode;
  id?: string;
}

export function Heading({ children, level = 1, size = usualSize[level] ?? 'l', caption, id }: HeadingProps) {
  const Tag = `h${level}` as const;
  return (
    <Tag className={`nhsuk-heading-${size}`} id={id}>
      {caption ? <span className={`nhsuk-caption-${size === 'xs' ? 's' : size}`}>{caption} </span> : null}
      {children}
    </Tag>
  );
}

export const Paragraph = ({
  children,
  lead,
  small,
}: {
  children: ReactNode;
  lead?: boolean;
  small?: boolean;
}) => <p className={classes(lead && 'nhsuk-lede-text', small && 'nhsuk-body-s') || undefined}>{children}</p>;

export const List = ({
  items,
  kind = 'bullet',
}: {
  items: readonly ReactNode[];
  kind?: 'bullet' | 'number';
}) => {
  const Tag = kind === 'number' ? 'ol' : 'ul';
  return (
    <Tag className={`nhsuk-list nhsuk-list--${kind}`}>
      {items.map((item, at) => (
        <li key={at}>{item}</li>
      ))}
    </Tag>
  );
};

/** Smaller words beside others: who, when, where from. */
export const Note = ({ children }: { children: ReactNode }) => <span className="gh-note">{children}</span>;

/** A code, number or address that is copied or read out: even-width, and kept on one line where there is room. */
export const Code = ({ children }: { children: ReactNode }) => <span className="gh-code">{children}</span>;

/** What a person wrote, in the lines they wrote it in. */
export const TypedLines = ({ children }: { children: string }) => (
  <span className="gh-typed-lines">{children}</span>
);
