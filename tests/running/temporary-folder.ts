import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder with a space in its name that other users may pass through, gone when the test is done. */
export async function temporaryFolder(whenDone: (clear: () => Promise<void>) => void = onTestFinished) {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse test-'));
  await chmod(folder, 0o755);
  whenDone(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
