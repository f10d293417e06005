import type { ReactNode } from 'react';
import { useUiWords } from '../visit.ts';

export function InsetText({ children }: { children: ReactNode }) {
  const words = useUiWords();
  return (
    <div className="nhsuk-inset-text">
      <span className="nhsuk-u-visually-hidden">{words.information} </span>
      {children}
    </div>
  );
}

export function WarningCallout({ heading, children }: { heading?: string; children: ReactNode }) {
  const words = useUiWords();
  return (
    <div className="nhsuk-card nhsuk-card--warning">
      <div className="nhsuk-card__content">
        <h2 className="nhsuk-card__heading">{heading ?? words.important}</h2>
        {children}
      </div>
    </div>
  );
}

export const Details = ({
  summary,
  open,
  children,
}: {
  summary: string;
  open?: boolean;
  children: ReactNode;
}) => (
  <details className="nhsuk-details" open={open}>
    <summary className="nhsuk-details__summary">
      <span className="nhsuk-details__summary-text">{summary}</span>
    </summary>
    <div className="nhsuk-details__text">{children}</div>
  </details>
);

/** The end of a journey: what was done, with its reference. No links inside. */
export const Panel = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className="nhsuk-panel">
    <h1 className="nhsuk-panel__heading">{title}</h1>
    {children ? <div className="nhsuk-panel__body">{children}</div> : null}
  </div>
);

/** Says that the last thing worked (`success`), or something to know. Never beside an error summary. */
export function NotificationBanner({ heading, success, children }: NotificationBannerProps) {
  const words = useUiWords();
  const look = success
    ? 'nhsuk-notification-banner nhsuk-notification-banner--success'
    : 'nhsuk-notification-banner';
  return (
    <div
      className={look}
      data-module="nhsuk-notification-banner"
      {...{ role: success ? 'alert' : 'region', 'aria-labelledby': 'nhsuk-notification-banner-title' }}
    >
      <div className="nhsuk-notification-banner__header">
        <h2 className="nhsuk-notification-banner__title" id="nhsuk-notification-banner-title">
          {success ? words.success : words.important}
        </h2>
      </div>
      <div className="nhsuk-notification-banner__content">
        <p className="nhsuk-notification-banner__heading">{heading}</p>
        {children}
      </div>
    </div>
  );
}

interface NotificationBannerProps {
  heading: ReactNode;
  success?: boolean;
  children?: ReactNode;
}
