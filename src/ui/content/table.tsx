import type { ReactNode } from 'react';
import { classes } from '../form-components/field.tsx';

export interface Column {
  heading: string;
  numeric?: boolean;
}

interface TableProps {
  caption: ReactNode;
  columns: readonly Column[];
  /** One cell a column; the first names its row. */
  rows: readonly (readonly ReactNode[])[];
  captionHidden?: boolean;
}

/** On a narrow screen each row becomes a block, and each cell repeats its heading. */
export const Table = ({ caption, columns, rows, captionHidden }: TableProps) => (
  <table className="nhsuk-table gh-table" {...as('table')}>
    <caption className={classes('nhsuk-table__caption', captionHidden && 'nhsuk-u-visually-hidden')}>
      {caption}
    </caption>
    <thead className="nhsuk-table__head" {...as('rowgroup')}>
      <tr className="nhsuk-table__row" {...as('row')}>
        {columns.map((column) => (
          <th className={cellLook('header', column)} scope="col" {...as('columnheader')} key={column.heading}>
            {column.heading}
          </th>
        ))}
      </tr>
    </thead>
    <tbody className="nhsuk-table__body" {...as('rowgroup')}>
      {rows.map((row, at) => (
        <Row key={at} row={row} columns={columns} />
      ))}
    </tbody>
  </table>
);

const Row = ({ row, columns }: { row: readonly ReactNode[]; columns: readonly Column[] }) => (
  <tr className="nhsuk-table__row" {...as('row')}>
    {columns.map((column, at) => {
      const content = <Cell heading={column.heading}>{row[at]}</Cell>;
      return at === 0 ? (
        <th className={cellLook('header', column)} scope="row" {...as('rowheader')} key={column.heading}>
          {content}
        </th>
      ) : (
        <td className={cellLook('cell', column)} {...as('cell')} key={column.heading}>
          {content}
        </td>
      );
    })}
  </tr>
);

const Cell = ({ heading, children }: { heading: string; children: ReactNode }) => (
  <>
    <span className="gh-table__heading" aria-hidden="true">
      {heading}
    </span>
    <div className="gh-table__content">{children}</div>
  </>
);

/** Some browsers forget that a table is one once CSS lays its rows out as blocks, unless the roles are spelt out. */
const as = (role: string) => ({ role });

const cellLook = (kind: 'header' | 'cell', column: Column) =>
  classes(`nhsuk-table__${kind}`, column.numeric && `nhsuk-table__${kind}--numeric`);
