import type { Audit } from '../../audit/index.ts';
import { before, hours, seconds } from '../../kernel/duration.ts';
import { inTransaction, type Tx } from '../../platform/database/database.ts';
import type { DueWork } from '../../platform/jobs/due-work.ts';
import type { AccessLinkNeeds } from '../access-links/access-link.ts';
import { issueNotMeLink } from '../access-links/issue-not-me.ts';
import { findAccount } from '../account.store.ts';
import { type TellAccountNeeds, tellAccount } from '../tell-account.ts';
import { tellTicketAccount } from '../tell-ticket-account.ts';
import { ticketDeviceEmail } from '../ticket-notices.email.tsx';
import { newDeviceEmail } from './new-device.email.tsx';
import { claimUnsettledDevices, settleNotice, type UnsettledDevice } from './new-device.store.ts';

export type TellOfNewDeviceNeeds = AccessLinkNeeds & TellAccountNeeds & { audit: Audit };

/** Writes to owners whose account was logged in to from a new device. A job does it, so that log in does no more. */
export const tellOfNewDevicesWork = (needs: TellOfNewDeviceNeeds): DueWork => ({
  name: 'tell-of-new-devices',
  every: seconds(10),
  runDue: (now) =>
    inTransaction(needs.database, async (tx) => {
      const devices = await claimUnsettledDevices(tx, 20);
      for (const device of devices) {
        if (isWorthTelling(device)) await tell(needs, tx, device);
        await settleNotice(tx, device.id, now);
      }
      return devices.length;
    }),
});

/** A password just chosen by mail forgot every device and was told of itself; the log in after it surprises nobody. */
const expectedFor = hours(1);

function isWorthTelling({ hadOthers, hasOthers, firstUsedAt, passwordSetAt }: UnsettledDevice): boolean {
  const isFirstWithPassword = !hasOthers && passwordSetAt && passwordSetAt > before(firstUsedAt, expectedFor);
  return hadOthers && !isFirstWithPassword;
}

async function tell(needs: TellOfNewDeviceNeeds, tx: Tx, device: UnsettledDevice): Promise<void> {
  const account = await findAccount(tx, device.accountId);
  if (!account) return tellOfTickets(needs, tx, device);
  if (account.state !== 'active') return;
  const notMe = await issueNotMeLink(needs, tx, account.id, device.realm);
  await tellAccount(needs, tx, account, {
    kind: 'new-device',
    write: (notice, language) => newDeviceEmail({ ...notice, device, notMe }, language),
  });
  const record = { type: 'device', id: device.id };
  await needs.audit.record(tx, { action: 'new-device-told', actor: 'system', subject: account.id, record });
}

async function tellOfTickets(needs: TellOfNewDeviceNeeds, tx: Tx, device: UnsettledDevice): Promise<void> {
  const { accountId, id } = device;
  const isTold = await tellTicketAccount(needs, tx, accountId, {
    kind: 'new-device',
    write: (facts, language) => ticketDeviceEmail({ ...facts, device }, language),
  });
  if (!isTold) return;
  const record = { type: 'device', id };
  await needs.audit.record(tx, { action: 'new-device-told', actor: 'system', subject: accountId, record });
}
