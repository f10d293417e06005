import { importPeopleAddress, organisationAddress } from '../addresses.ts';

export const templateAddress = (code: string): string =>
  organisationAddress(code, 'users', 'import', 'template.csv');
export const reportFileAddress = (code: string, id: string): string =>
  `${importPeopleAddress(code, id)}/report.csv`;
