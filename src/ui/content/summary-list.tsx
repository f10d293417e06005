import type { ReactNode } from 'react';
import { classes } from '../form-components/field.tsx';

interface SummaryAction {
  href: string;
  label: string;
  /** Read out after the label, so that "Change" says what: "Change email address". */
  what: string;
}

export interface SummaryRow {
  key: string;
  value: ReactNode;
  actions?: readonly SummaryAction[];
}

export function SummaryList({ rows, border = true }: { rows: readonly SummaryRow[]; border?: boolean }) {
  const anyActions = rows.some((row) => row.actions?.length);
  return (
    <dl className={classes('nhsuk-summary-list', !border && 'nhsuk-summary-list--no-border')}>
      {rows.map((row) => (
        <Row key={row.key} row={row} lacksActions={anyActions && !row.actions?.length} />
      ))}
    </dl>
  );
}

const Row = ({ row, lacksActions }: { row: SummaryRow; lacksActions: boolean }) => (
  <div className={classes('nhsuk-summary-list__row', lacksActions && 'nhsuk-summary-list__row--no-actions')}>
    <dt className="nhsuk-summary-list__key">{row.key}</dt>
    <dd className="nhsuk-summary-list__value">{row.value}</dd>
    {row.actions?.length ? <Actions actions={row.actions} /> : null}
  </div>
);

const Actions = ({ actions }: { actions: readonly SummaryAction[] }) => (
  <dd className="nhsuk-summary-list__actions">
    {actions.length === 1 ? (
      actions.map((action) => <ActionLink key={action.href} action={action} />)
    ) : (
      <ul className="nhsuk-summary-list__actions-list">
        {actions.map((action) => (
          <li className="nhsuk-summary-list__actions-list-item" key={action.href + action.label}>
            <ActionLink action={action} />
          </li>
        ))}
      </ul>
    )}
  </dd>
);

const ActionLink = ({ action }: { action: SummaryAction }) => (
  <a className="nhsuk-link" href={action.href}>
    {action.label}
    <span className="nhsuk-u-visually-hidden"> {action.what}</span>
  </a>
);
