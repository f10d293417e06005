import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { forbidden } from './dependency-rule-set.ts';
import { brokenRules } from './dependency-rules.ts';

/** One import that each rule must refuse: who imports, and what. */
const planted: Record<string, [from: string, to: string]> = {
  'no-circle': ['src/kernel/a.ts', 'src/kernel/a.ts'],
  'kernel-imports-nothing-of-ours': ['src/kernel/a.ts', 'src/platform/limits/limit.ts'],
  'platform-imports-only-kernel': ['src/platform/limits/a.ts', 'src/ui/index.ts'],
  'ui-imports-only-kernel': ['src/ui/a.ts', 'src/platform/limits/limit.ts'],
  'modules-know-nothing-above': ['src/identity/a.ts', 'src/app.ts'],
  'a-module-is-entered-through-its-index': ['src/support/a.ts', 'src/identity/account.store.ts'],
  'slices-do-not-reach-into-each-other': ['src/identity/log-in/a.ts', 'src/identity/activate/b.ts'],
  'slices-of-support-do-not-reach-into-each-other': ['src/support/ask/a.ts', 'src/support/my-tickets/b.ts'],
  'what-slices-of-support-share-knows-none': ['src/support/addresses.ts', 'src/support/ask/b.ts'],
  'slices-of-support-help-centre-do-not-reach-into-each-other': [
    'src/support/help-centre/search/a.ts',
    'src/support/help-centre/feedback/b.ts',
  ],
  'what-slices-of-support-help-centre-share-knows-none': [
    'src/support/help-centre/a.ts',
    'src/support/help-centre/search/b.ts',
  ],
  'slices-of-support-desk-do-not-reach-into-each-other': [
    'src/support/desk/start/a.ts',
    'src/support/desk/tickets/list/b.ts',
  ],
  'what-slices-of-support-desk-share-knows-none': ['src/support/desk/a.ts', 'src/support/desk/teams/b.ts'],
  'slices-of-support-desk-tickets-do-not-reach-into-each-other': [
    'src/support/desk/tickets/split/a.ts',
    'src/support/desk/tickets/change/b.ts',
  ],
  'what-slices-of-support-desk-tickets-share-knows-none': [
    'src/support/desk/tickets/hold-desk-ticket.ts',
    'src/support/desk/tickets/change/b.ts',
  ],
  'audit-enters-only-what-is-below': ['src/audit/a.ts', 'src/identity/index.ts'],
  'notifications-enters-only-what-is-below': ['src/notifications/a.ts', 'src/audit/index.ts'],
  'identity-enters-only-what-is-below': ['src/identity/a.ts', 'src/organisations/index.ts'],
  'organisations-enters-only-what-is-below': ['src/organisations/a.ts', 'src/support/index.ts'],
  'support-enters-only-what-is-below': ['src/support/a.ts', 'src/sandbox/index.ts'],
  'site-enters-only-what-is-below': ['src/site/a.ts', 'src/identity/index.ts'],
  'sandbox-enters-only-what-is-below': ['src/sandbox/a.ts', 'src/site/index.ts'],
};

test('every rule has a planted violation', () => {
  expect(Object.keys(planted).sort()).toEqual(forbidden.map((rule) => rule.name).sort());
});

test.each(Object.entries(planted))('%s refuses what was planted', async (name, [from, to]) => {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-rules-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const back = name === 'no-circle' ? 'src/kernel/c.ts' : to;
  write(folder, from, `import { x } from '${address(from, back)}';\nexport const y = x;\n`);
  write(
    folder,
    back,
    name === 'no-circle' ? `import { y } from './a.ts';\nexport const x = y;\n` : 'export const x = 1;\n',
  );
  const broken = await brokenRules(folder, 2);
  expect(broken.map((line) => line.split(':')[0])).toContain(name);
});

test('a tree that cannot be read is told, not passed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-rules-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  write(folder, 'src/main.ts', 'export {};\n');
  expect(await brokenRules(folder)).toEqual(['only 1 modules were read']);
});

function write(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

const address = (from: string, to: string): string =>
  `${dirname(from)
    .split('/')
    .map(() => '..')
    .join('/')}/${to}`;
