import type { ReactNode } from 'react';

/** What a list shows while it has nothing: why, and what to do next. */
export const EmptyState = ({ heading, children }: { heading: string; children?: ReactNode }) => (
  <div className="gh-empty">
    <h2 className="nhsuk-heading-s">{heading}</h2>
    {children}
  </div>
);
