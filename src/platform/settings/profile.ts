import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Settings, settingsSchema } from './settings.ts';

/** The folder of profiles, beside `src` and `dist` alike. */
export const profilesFolder = join(import.meta.dirname, '../../../profiles');

export type ProfileOutcome =
  | { outcome: 'read'; settings: Settings }
  | { outcome: 'refused'; problems: string[] };

/** Reads a profile by name, with an operator's own file of differences laid over it. */
export async function readProfile(name: string, overrideFile?: string): Promise<ProfileOutcome> {
  const names = await profileNames();
  if (!names.includes(name))
    return refused(`There is no profile named "${name}". The profiles are: ${names.join(', ')}.`);
  const base = await readJson(join(profilesFolder, `${name}.json`));
  if (base.problem !== undefined) return refused(base.problem);
  const over = overrideFile ? await readJson(overrideFile) : { value: {} };
  if (over.problem !== undefined) return refused(over.problem);
  return check(layOver(base.value, over.value), overrideFile ?? `profiles/${name}.json`);
}

export const profileNames = async (): Promise<string[]> =>
  (await readdir(profilesFolder))
    .filter((file) => file.endsWith('.json'))
    .map((file) => basename(file, '.json'))
    .sort();

const refused = (...problems: string[]): ProfileOutcome => ({ outcome: 'refused', problems });

function check(value: unknown, source: string): ProfileOutcome {
  const read = settingsSchema.safeParse(value);
  if (read.success) return { outcome: 'read', settings: read.data };
  return refused(
    ...read.error.issues.map((issue) => `${source}: ${issue.path.join('.') || 'settings'}: ${issue.message}`),
  );
}

async function readJson(
  file: string,
): Promise<{ value: unknown; problem?: undefined } | { problem: string }> {
  try {
    return { value: JSON.parse(await readFile(file, 'utf8')) };
  } catch (error) {
    return { problem: `The settings file ${file} cannot be read: ${(error as Error).message}.` };
  }
}

/** Groups are merged; anything else, lists included, is replaced whole. */
export function layOver(base: unknown, over: unknown): unknown {
  if (!isGroup(base) || !isGroup(over)) return over === undefined ? base : over;
  const names = new Set([...Object.keys(base), ...Object.keys(over)]);
  return Object.fromEntries([...names].map((name) => [name, layOver(base[name], over[name])]));
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
