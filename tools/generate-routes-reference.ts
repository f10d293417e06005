/** Writes docs/running/addresses.md from the registry of routes; `--verify` only compares. */
import type { Needs } from '../src/composition/needs.ts';
import { readProfile } from '../src/platform/settings/profile.ts';
import { publish } from './publish.ts';

const file = 'docs/running/addresses.md';

export async function generateRoutesReference(verify: boolean): Promise<boolean> {
  const profile = await readProfile('recommended');
  if (profile.outcome === 'refused') throw new Error(profile.problems.join('\n'));
  // From the build: Node runs TypeScript, but not its pages. Declaring routes touches nothing but settings; no handler runs here.
  const built = new URL('../dist/composition/routes.js', import.meta.url).href;
  const { allRoutes }: typeof import('../src/composition/routes.ts') = await import(built);
  const needs = { settings: profile.settings, origin: 'http://localhost:3000', sandbox: true } as Needs;
  const rows = allRoutes(needs).map(
    ({ method, address, policy, sessions, realm = sessions ?? 'portal', supportAccess }) =>
      `| ${method} | \`${address}\` | ${policy.name} | ${realm} | ${supportAccess} |`,
  );
  return publish(file, `${[heading, ...rows].join('\n')}\n`, verify);
}

const heading = `# Addresses

Generated from the registry by \`tools/generate-routes-reference.ts\`; never edited. What is not listed is not served.
The operation behind each address asks its own policy again, for the record at hand.

| method | address | policy at the door | realm | support access |
|---|---|---|---|---|`;

if (import.meta.main)
  process.exit((await generateRoutesReference(process.argv.includes('--verify'))) ? 0 : 1);
