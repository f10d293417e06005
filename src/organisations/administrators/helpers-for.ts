import type { HelpersFor } from '../../identity/index.ts';
import { nameOfRole } from '../../platform/settings/role-names.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { listOrganisationsOf } from './helpers-for.store.ts';

/** More names than these help nobody. */
const mostNamed = 5;

/**
 * Who of somebody's organisations can help them, for an email to nobody else. Of where they were removed they learn who
 * could give their access back; who works there now is no business of theirs any more.
 */
export const helpersFor =
  ({ settings }: { settings: Pick<Settings, 'organisations'> }): HelpersFor =>
  async (db, account) => {
    const { services } = settings.organisations;
    const organisations = await listOrganisationsOf(db, account);
    return organisations.map(({ colleagues, administrators, id: _, ...there }) => ({
      ...there,
      administrators: administrators.slice(0, mostNamed),
      colleagues: colleagues.slice(0, mostNamed).map(({ name, roles }) => ({
        name,
        roles: roles.map((role) => nameOfRole(services, role)),
      })),
    }));
  };
