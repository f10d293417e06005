import { minutes } from '../../kernel/duration.ts';
import type { DueWork } from '../../platform/jobs/due-work.ts';
import { type ImportRegisterNeeds, importRegister, type RegisterImportId } from './import-register.ts';
import { findWaitingUpload, giveUp, showProgress } from './upload.store.ts';

export const importWaitingRegistersName = 'import-registers';

/** Takes in what was uploaded at the desk, one file a look. */
export const importWaitingRegisters = (needs: ImportRegisterNeeds): DueWork => ({
  name: importWaitingRegistersName,
  every: minutes(1),
  runDue: async () => {
    const upload = await findWaitingUpload(needs.database);
    if (!upload) return 0;
    await importUpload(needs, upload);
    return 1;
  },
});

type WaitingUpload = NonNullable<Awaited<ReturnType<typeof findWaitingUpload>>>;

/** An import that breaks off is given up, and says so: trying the same file for ever would help nobody. */
async function importUpload(needs: ImportRegisterNeeds, upload: WaitingUpload): Promise<void> {
  const { database, clock } = needs;
  try {
    const imported = await importRegister(needs, {
      id: upload.id as RegisterImportId,
      bytes: upload.content ?? Buffer.alloc(0),
      fileName: upload.fileName,
      actor: 'system',
      onProgress: async (done, total) => {
        await showProgress(database, upload.id, done, total);
      },
    });
    if (imported.outcome === 'unreadable') await giveUp(database, upload.id, imported.problem, clock.now());
  } catch (error) {
    await giveUp(database, upload.id, 'broken-off', clock.now());
    throw error;
  }
}
