/** Writes docs/running/settings.md from the settings schema and the profiles; `--verify` only compares. */
import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { configWords } from '../src/config.words.ts';
import { environmentVariables } from '../src/environment-variables.ts';
import { profileNames, profilesFolder } from '../src/platform/settings/profile.ts';
import type { Services } from '../src/platform/settings/services-setting.ts';
import { settingsSchema } from '../src/platform/settings/settings.ts';
import { publish } from './publish.ts';

const file = 'docs/running/settings.md';

type Profile = Record<string, Record<string, unknown>>;

export async function generateSettingsReference(verify: boolean): Promise<boolean> {
  const names = await profileNames();
  const profiles = names.map(
    (name): Profile => JSON.parse(readFileSync(`${profilesFolder}/${name}.json`, 'utf8')),
  );
  const groups = Object.entries(settingsSchema.shape).map(([name, group]) =>
    groupTable(name, group, names, profiles),
  );
  return publish(file, [heading, ...groups, environmentTable()].join('\n\n'), verify);
}

const heading = `# Settings

Generated from the schema by \`tools/generate-settings-reference.ts\`; never edited.

What a portal does differently from another is a setting, and a profile is a file of settings in \`profiles/\`.
Name a profile with \`--profile\` or \`GATEHOUSE_PROFILE\`; lay your own differences over it with a JSON file named in
\`GATEHOUSE_SETTINGS\`, which holds only what differs. Durations are written like \`"15 minutes"\`. Roles with ⚑ administer ([services](services.md)).`;

function groupTable(name: string, group: z.ZodObject, names: string[], profiles: Profile[]): string {
  const rows = Object.entries(group.shape).map(([field, schema]) => {
    const values = profiles.map((profile) => shown(profile[name]?.[field], field));
    return `| \`${name}.${field}\` | ${describe(schema as z.ZodType)} | ${values.join(' | ')} |`;
  });
  const head = `| setting | what it does | ${names.map((profile) => `\`${profile}\``).join(' | ')} |`;
  return [`## ${describe(group)}`, '', head, `|---|---|${names.map(() => '---|').join('')}`, ...rows].join(
    '\n',
  );
}

const describe = (schema: z.ZodType): string => schema.description ?? '';
const shown = (value: unknown, field: string): string => {
  if (value === undefined) return '–';
  return field === 'services' ? servicesList(value as Services) : `\`${JSON.stringify(value)}\``;
};

/** Service by service, the roles that people read; all of it as JSON would be unreadable in a cell. */
const servicesList = (services: Services): string =>
  Object.values(services)
    .map(({ name, roles }) => `${name}: ${Object.values(roles).map(roleLine).join(', ')}`)
    .join('<br>');

const roleLine = ({ name, kind, atMost }: Services[string]['roles'][string]): string =>
  `${name}${kind === 'task' ? '' : ' ⚑'}${atMost === undefined ? '' : ` (at most ${atMost})`}`;

const environmentTable = (): string =>
  [
    '## Environment',
    '',
    'Read once, at the start. Each may also be given as `NAME_FILE`, the path of a file that holds the value.',
    '',
    '| variable | meaning |',
    '|---|---|',
    ...Object.keys(environmentVariables).map(
      (name) => `| \`${name}\` | ${configWords.en.meanings[name as keyof typeof environmentVariables]} |`,
    ),
    '',
  ].join('\n');

if (import.meta.main)
  process.exit((await generateSettingsReference(process.argv.includes('--verify'))) ? 0 : 1);
