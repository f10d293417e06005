import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ImportRegisterNeeds, importRegister } from './import-register.ts';
import { hasImported } from './upload.store.ts';

const sandboxRegister = join(import.meta.dirname, '../../../content/sandbox-register');

/** Practices first: a branch needs its practice. Done once for a database, however often it starts. */
export async function fillSandboxRegister(needs: ImportRegisterNeeds): Promise<void> {
  for (const fileName of ['practices.csv', 'branches.csv']) {
    if (await hasImported(needs.database, fileName)) continue;
    const bytes = await readFile(join(sandboxRegister, fileName));
    const imported = await importRegister(needs, { bytes, fileName, actor: 'system' });
    if (imported.outcome === 'unreadable')
      throw new Error(`the sandbox's ${fileName} cannot be read: ${imported.problem}`);
  }
}
