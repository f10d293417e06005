import { sealEventsWork } from '../audit/index.ts';
import {
  createAccounts,
  forgetPastWork,
  handleIntakeWork,
  settleEmailChanges,
  tellOfEmailChanges,
  tellOfNewDevicesWork,
  tellOwnersWork,
} from '../identity/index.ts';
import { type DeliveryNeeds, deliverMessages, expireMessages } from '../notifications/index.ts';
import { importWaitingRegisters, passOnRequestsWork } from '../organisations/index.ts';
import type { DueWork } from '../platform/jobs/index.ts';
import { forgetPastLimits } from '../platform/limits/forget-past-limits.ts';
import type { Needs } from './needs.ts';

/** Everything that happens by itself, in one list. */
export const allDueWorks = (
  needs: Needs,
  delivery: Pick<DeliveryNeeds, 'transports' | 'onAttempt'>,
): DueWork[] => [
  handleIntakeWork(needs),
  createAccounts(needs),
  tellOfEmailChanges(needs),
  settleEmailChanges(needs),
  tellOwnersWork(needs),
  tellOfNewDevicesWork(needs),
  importWaitingRegisters(needs),
  passOnRequestsWork(needs),
  deliverMessages({ ...needs, ...delivery }),
  expireMessages(needs),
  forgetPastLimits(needs),
  forgetPastWork(needs),
  sealEventsWork(needs),
];
