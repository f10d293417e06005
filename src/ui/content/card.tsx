import type { ReactNode } from 'react';

interface CardProps {
  heading: string;
  /** Makes the whole card a link. */
  href?: string;
  level?: 2 | 3;
  children?: ReactNode;
}

export function Card({ heading, href, level = 2, children }: CardProps) {
  const Tag = `h${level}` as const;
  return (
    <div className={href ? 'nhsuk-card nhsuk-card--clickable' : 'nhsuk-card'}>
      <div className="nhsuk-card__content">
        <Tag className="nhsuk-card__heading nhsuk-heading-m">
          {href ? (
            <a className="nhsuk-card__link" href={href}>
              {heading}
            </a>
          ) : (
            heading
          )}
        </Tag>
        {children ? <div className="nhsuk-card__description">{children}</div> : null}
      </div>
    </div>
  );
}

/** Cards side by side where there is room. */
export const CardGroup = ({ children }: { children: ReactNode }) => (
  <div className="gh-cards">{children}</div>
);
