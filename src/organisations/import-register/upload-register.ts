import type { Audit } from '../../audit/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Ids } from '../../kernel/ids.ts';
import { ask } from '../../kernel/policy.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import type { Nudge } from '../../platform/jobs/index.ts';
import { manageRegisters } from '../policy.ts';
import type { RegisterImportId } from './import-register.ts';
import { importWaitingRegistersName } from './import-waiting-registers.ts';
import { addUpload } from './upload.store.ts';

export interface UploadRegisterNeeds {
  audit: Audit;
  clock: Clock;
  database: Database;
  ids: Ids;
  nudge: Nudge;
}

/** Keeps the file and answers at once; the import follows by itself and shows its progress. */
export async function uploadRegister(
  needs: UploadRegisterNeeds,
  actor: Actor | undefined,
  file: { fileName: string; content: Buffer },
): Promise<RegisterImportId> {
  ask(manageRegisters, actor, undefined);
  const id = needs.ids.next<'register-import'>();
  const { accountId } = actor.person;
  await inTransaction(needs.database, async (tx) => {
    const fileName = file.fileName.replace(/\p{Cc}/gu, '').slice(0, 200);
    await addUpload(tx, {
      id,
      fileName,
      content: file.content,
      startedBy: accountId,
      now: needs.clock.now(),
    });
    await needs.audit.record(tx, {
      action: 'register-uploaded',
      actor,
      record: { type: 'register-import', id },
    });
    await needs.nudge(tx, importWaitingRegistersName);
  });
  return id;
}
