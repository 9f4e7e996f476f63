import type { PrintedTable } from '../words/printed/fact';

/** Rows under a heading that is repeated on each page of the table. */
export function DataTable({ label, columns, rows }: PrintedTable) {
  return (
    <table aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ name, width }) => (
            <th key={name} scope="col" className={width}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          <tr key={row}>
            {cells.map((cell, index) => (
              <td key={columns[index]?.name} className={columns[index]?.isCode ? 'code' : undefined}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
