import { codeStep } from './code-step.ts';
import { crash } from './crash.ts';
import { growth } from './growth.ts';
import { importRegister } from './import.ts';
import { importAccounts } from './import-accounts.ts';
import { importPeople } from './import-people.ts';
import { listPeople } from './list-people.ts';
import { logIn } from './log-in.ts';
import type { Part } from './measurement.ts';
import { memory } from './memory.ts';
import { oracle } from './oracle.ts';
import { page } from './page.ts';
import { search } from './search.ts';
import { start } from './start.ts';
import { stuffing } from './stuffing.ts';
import { tickets } from './tickets.ts';
import { weight } from './weight.ts';

/** In the order they run: those that must not be disturbed by a large database come first. */
export const parts: readonly Part[] = [
  start,
  weight,
  importRegister,
  importAccounts,
  logIn,
  codeStep,
  stuffing,
  page,
  listPeople,
  search,
  tickets,
  importPeople,
  growth,
  memory,
  oracle,
  crash,
];
