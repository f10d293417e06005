import type { Services } from '../../platform/settings/services-setting.ts';
import { csvFile } from '../file-rows/csv-cells.ts';
import { allRoles, isAdministering, type RoleName, roleKey } from '../roles/roles.ts';
import type { ImportPeopleWords } from './import-people.words.ts';
import { personFields } from './person-columns.ts';

/** Whoever leaves the example in the file invites nobody by it. */
export const exampleEmail = 'sam.example@your-practice.example';

/** A file to fill in: the headings, an example, and what every role is that may be given there. */
export function templateFile(
  services: Services,
  mayGive: (role: RoleName) => boolean,
  { template, headings }: ImportPeopleWords,
): string {
  const roles = allRoles(services).filter(mayGive);
  const usual = roles.find((role) => !isAdministering(services, role)) ?? roles.at(-1);
  const example = { ...template.example, email: exampleEmail, roles: usual?.name ?? '' };
  return csvFile([
    personFields.map((field) => headings[field][0] ?? field),
    personFields.map((field) => example[field]),
    [`# ${template.exampleNote}`],
    [`# ${template.rolesNote}`],
    ...roles.map((rule) => [`# ${template.role(rule.name, roleKey(rule), rule.does)}`]),
  ]);
}
