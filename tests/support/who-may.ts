import { places } from './everybody-there.ts';

/**
 * Who may do what, where. In every cell stand the places where it is allowed:
 * P the practice · B its branch · S its other branch · O another practice · - nowhere.
 */
export const inPlaces = `
                                        | act | see | add | decide | review | hand over | manage
  nobody                                | -   | -   | -   | -      | -      | -         | -
  person without an organisation        | -   | -   | -   | -      | -      | -         | -
  member                                | PBS | -   | -   | -      | -      | -         | -
  order clerk                           | PBS | -   | -   | -      | -      | -         | -
  claims clerk                          | PBS | -   | -   | -      | -      | -         | -
  payments administrator                | PBS | PBS | PBS | -      | -      | -         | -
  performers list administrator         | PBS | PBS | PBS | -      | -      | -         | -
  main contact                          | PBS | PBS | PBS | PBS    | PBS    | PBS       | -
  deputy                                | PBS | PBS | PBS | PBS    | PBS    | -         | -
  member of the branch                  | B   | -   | -   | -      | -      | -         | -
  deputy of the branch                  | B   | B   | B   | B      | B      | -         | -
  payments administrator of the branch  | B   | B   | B   | -      | -      | -         | -
  main contact of another practice      | O   | O   | O   | O      | O      | O         | -
  deputy of another practice            | O   | O   | O   | O      | O      | -         | -
  support agent                         | -   | -   | -   | -      | -      | -         | PBSO
  support administrator                 | -   | -   | -   | -      | -      | -         | PBSO
  support agent in the portal           | -   | -   | -   | -      | -      | -         | -
  main contact on leave                 | -   | -   | -   | -      | -      | -         | -
  main contact who was removed          | -   | -   | -   | -      | -      | -         | -
  main contact who was deactivated      | -   | -   | -   | -      | -      | -         | -
`;

/** Which roles somebody gives to a colleague, and takes from one. */
export const giving = `
                                        | main contact | deputy | member | order clerk | payments administrator | claims clerk | performers list administrator | practice manager
  nobody                                | -            | -      | -      | -           | -                      | -            | -                             | -
  person without an organisation        | -            | -      | -      | -           | -                      | -            | -                             | -
  member                                | -            | -      | -      | -           | -                      | -            | -                             | -
  order clerk                           | -            | -      | -      | -           | -                      | -            | -                             | -
  claims clerk                          | -            | -      | -      | -           | -                      | -            | -                             | -
  payments administrator                | -            | -      | -      | -           | PBS                    | PBS          | -                             | -
  performers list administrator         | -            | -      | -      | -           | -                      | -            | PBS                           | PBS
  main contact                          | -            | PBS    | PBS    | PBS         | PBS                    | -            | PBS                           | -
  deputy                                | -            | -      | PBS    | PBS         | -                      | -            | -                             | -
  member of the branch                  | -            | -      | -      | -           | -                      | -            | -                             | -
  deputy of the branch                  | -            | -      | B      | B           | -                      | -            | -                             | -
  payments administrator of the branch  | -            | -      | -      | -           | B                      | B            | -                             | -
  main contact of another practice      | -            | O      | O      | O           | O                      | -            | O                             | -
  deputy of another practice            | -            | -      | O      | O           | -                      | -            | -                             | -
  support agent                         | -            | -      | -      | -           | -                      | -            | -                             | -
  support administrator                 | -            | -      | -      | -           | -                      | -            | -                             | -
  support agent in the portal           | -            | -      | -      | -           | -                      | -            | -                             | -
  main contact on leave                 | -            | -      | -      | -           | -                      | -            | -                             | -
  main contact who was removed          | -            | -      | -      | -           | -                      | -            | -                             | -
  main contact who was deactivated      | -            | -      | -      | -           | -                      | -            | -                             | -
`;

/** Which roles somebody gives to themselves: never one that administers. */
export const givingThemselves = `
                                        | main contact | deputy | member | order clerk | payments administrator | claims clerk | performers list administrator | practice manager
  nobody                                | -            | -      | -      | -           | -                      | -            | -                             | -
  person without an organisation        | -            | -      | -      | -           | -                      | -            | -                             | -
  member                                | -            | -      | -      | -           | -                      | -            | -                             | -
  order clerk                           | -            | -      | -      | -           | -                      | -            | -                             | -
  claims clerk                          | -            | -      | -      | -           | -                      | -            | -                             | -
  payments administrator                | -            | -      | -      | -           | -                      | PBS          | -                             | -
  performers list administrator         | -            | -      | -      | -           | -                      | -            | -                             | PBS
  main contact                          | -            | -      | PBS    | PBS         | -                      | -            | -                             | -
  deputy                                | -            | -      | PBS    | PBS         | -                      | -            | -                             | -
  member of the branch                  | -            | -      | -      | -           | -                      | -            | -                             | -
  deputy of the branch                  | -            | -      | B      | B           | -                      | -            | -                             | -
  payments administrator of the branch  | -            | -      | -      | -           | -                      | B            | -                             | -
  main contact of another practice      | -            | -      | O      | O           | -                      | -            | -                             | -
  deputy of another practice            | -            | -      | O      | O           | -                      | -            | -                             | -
  support agent                         | -            | -      | -      | -           | -                      | -            | -                             | -
  support administrator                 | -            | -      | -      | -           | -                      | -            | -                             | -
  support agent in the portal           | -            | -      | -      | -           | -                      | -            | -                             | -
  main contact on leave                 | -            | -      | -      | -           | -                      | -            | -                             | -
  main contact who was removed          | -            | -      | -      | -           | -                      | -            | -                             | -
  main contact who was deactivated      | -            | -      | -      | -           | -                      | -            | -                             | -
`;

/** Whose access somebody changes, ends and gives back, by what those hold. */
export const changing = `
                                        | themselves | main contact | deputy | member | payments administrator | claims clerk | claims and order clerk | nothing
  nobody                                | -          | -            | -      | -      | -                      | -            | -                      | -
  person without an organisation        | -          | -            | -      | -      | -                      | -            | -                      | -
  member                                | -          | -            | -      | -      | -                      | -            | -                      | -
  order clerk                           | -          | -            | -      | -      | -                      | -            | -                      | -
  claims clerk                          | -          | -            | -      | -      | -                      | -            | -                      | -
  payments administrator                | -          | -            | -      | -      | PBS                    | PBS          | -                      | -
  performers list administrator         | -          | -            | -      | -      | -                      | -            | -                      | -
  main contact                          | -          | -            | PBS    | PBS    | PBS                    | PBS          | PBS                    | PBS
  deputy                                | -          | -            | -      | PBS    | PBS                    | PBS          | PBS                    | PBS
  member of the branch                  | -          | -            | -      | -      | -                      | -            | -                      | -
  deputy of the branch                  | -          | -            | -      | B      | B                      | B            | B                      | B
  payments administrator of the branch  | -          | -            | -      | -      | B                      | B            | -                      | -
  main contact of another practice      | -          | -            | O      | O      | O                      | O            | O                      | O
  deputy of another practice            | -          | -            | -      | O      | O                      | O            | O                      | O
  support agent                         | -          | -            | -      | -      | -                      | -            | -                      | -
  support administrator                 | -          | -            | -      | -      | -                      | -            | -                      | -
  support agent in the portal           | -          | -            | -      | -      | -                      | -            | -                      | -
  main contact on leave                 | -          | -            | -      | -      | -                      | -            | -                      | -
  main contact who was removed          | -          | -            | -      | -      | -                      | -            | -                      | -
  main contact who was deactivated      | -          | -            | -      | -      | -                      | -            | -                      | -
`;

/** The letters of the tables. */
export const letters = { P: places.practice, B: places.branch, S: places.otherBranch, O: places.elsewhere };

export type Table = Record<string, Record<string, string>>;

export const tableOf = (
  rows: readonly string[],
  columns: readonly string[],
  cell: (row: string, column: string) => string,
): Table =>
  Object.fromEntries(
    rows.map((row) => [row, Object.fromEntries(columns.map((column) => [column, cell(row, column)]))]),
  );

const linesOf = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));

export const columnsOf = (table: string): string[] => linesOf(`who${table.trimStart()}`)[0]?.slice(1) ?? [];

/** A table of text by its rows and columns. */
export function read(table: string): Table {
  const [, ...lines] = linesOf(`who${table.trimStart()}`);
  const cells = new Map(lines.map(([who = '', ...row]) => [who, row]));
  const columns = columnsOf(table);
  return tableOf([...cells.keys()], columns, (who, what) => cells.get(who)?.[columns.indexOf(what)] ?? '');
}
