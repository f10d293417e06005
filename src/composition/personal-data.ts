import { auditPersonalData } from '../audit/index.ts';
import { identityPersonalData } from '../identity/index.ts';
import { messagesPersonalData } from '../notifications/index.ts';
import { peoplePersonalData, registrationsPersonalData } from '../organisations/index.ts';
import type { PersonalDataHolder } from '../platform/database/personal-data.ts';
import { tasksPersonalData, ticketsPersonalData } from '../support/index.ts';
import type { Needs } from './needs.ts';

/** Every module that holds something about people; a copy is collected and a person erased in this order. */
export const personalDataHolders = (needs: Needs): PersonalDataHolder[] => [
  registrationsPersonalData,
  peoplePersonalData(needs),
  messagesPersonalData,
  tasksPersonalData,
  ticketsPersonalData(needs),
  auditPersonalData(needs),
  identityPersonalData(needs),
];
