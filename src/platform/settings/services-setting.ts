import { z } from 'zod';

const id = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be lower case letters, numbers and hyphens');

const role = z.strictObject({
  name: z.string().min(1).max(80).describe('What people read.'),
  does: z.string().min(1).max(200).describe('What its holder may do, in one sentence.'),
  kind: z
    .enum(['administrator', 'deputy', 'task'])
    .describe(
      '`administrator` and `deputy` look after people and roles; `task` does the work of the service.',
    ),
  atMost: z.int().min(1).optional().describe('How many people of one organisation may have it.'),
  givenBy: z
    .array(z.string())
    .describe(
      'The roles, like `portal/main-contact`, whose holders give and take it. None: staff, or a handover.',
    ),
});

const service = z.strictObject({
  name: z.string().min(1).max(80).describe('What people read.'),
  roles: z.record(id, role),
});

export type Services = Record<string, z.infer<typeof service>>;

/** A service has at most one administrator role, and `portal` the two that look after people. */
export const servicesSetting = z.record(id, service).superRefine((services, check) => {
  const problem = (message: string, ...path: string[]) => check.addIssue({ code: 'custom', message, path });
  const { portal, support } = services;
  const { 'main-contact': mainContact, deputy } = portal?.roles ?? {};
  if (mainContact?.kind !== 'administrator' || mainContact.atMost !== 1)
    problem('needs the administrator role main-contact, at most 1', 'portal', 'roles');
  if (deputy?.kind !== 'deputy') problem('needs the role deputy', 'portal', 'roles');
  if (support) problem('is the name of staff’s own service', 'support');
  for (const [name, { roles }] of Object.entries(services)) {
    const administrators = Object.values(roles).filter(({ kind }) => kind === 'administrator');
    if (administrators.length > 1) problem('has more than one administrator role', name, 'roles');
    for (const [roleName, { givenBy }] of Object.entries(roles))
      for (const giver of givenBy)
        if (!isAdministering(services, giver))
          problem(`${giver} is no role that administers`, name, 'roles', roleName, 'givenBy');
  }
});

function isAdministering(services: Services, giver: string): boolean {
  const [service = '', role = ''] = giver.split('/');
  const kind = services[service]?.roles[role]?.kind;
  return kind === 'administrator' || kind === 'deputy';
}
