import { expect, test } from 'vitest';
import { type Portal, portal } from '../../tests/support/portal.ts';
import { sealAll } from '../../tests/support/sealed-record.ts';
import type { AccountId } from '../kernel/ids.ts';
import { inTransaction } from '../platform/database/database.ts';
import { destroyPersonKey, openDetail } from './person-key.ts';
import { verifyAudit } from './verify-audit.ts';

const tell = ({ needs }: Portal, subject: AccountId, note: string) =>
  inTransaction(needs.database, (tx) =>
    needs.audit.record(tx, { action: 'tried-out', actor: 'system', subject, detail: { note } }),
  );

async function details({ needs }: Portal, person: AccountId) {
  const events = await needs.database
    .selectFrom('audit_event')
    .select(['id', 'sealed_detail'])
    .where('subject_id', '=', person)
    .where('sealed_detail', 'is not', null)
    .orderBy('position')
    .execute();
  return Promise.all(
    events.map(({ id, sealed_detail }) =>
      openDetail(needs, needs.database, person, id, sealed_detail as Buffer),
    ),
  );
}

test('destroying a person’s key makes every detail about them unreadable, and leaves the chain of seals whole', async () => {
  const it = await portal();
  const [amara, ben] = [await it.addPerson(), await it.addPerson({ name: 'Ben Tull' })];
  for (const { id, name } of [amara, ben]) for (const day of [1, 2]) await tell(it, id, `${name} ${day}`);
  await sealAll(it, 3);
  expect(await details(it, amara.id)).toEqual([{ note: 'Amara Osei 1' }, { note: 'Amara Osei 2' }]);
  const before = await verifyAudit(it.needs);
  await inTransaction(it.needs.database, (tx) => destroyPersonKey(tx, amara.id));
  expect(await details(it, amara.id)).toEqual([undefined, undefined]);
  expect(await details(it, ben.id)).toEqual([{ note: 'Ben Tull 1' }, { note: 'Ben Tull 2' }]);
  expect(before.events).toBeGreaterThanOrEqual(4);
  expect(await verifyAudit(it.needs)).toEqual({ ...before, outcome: 'whole' });
});
