import { existsSync, type FSWatcher, watch } from 'node:fs';

const folders = ['src', 'browser', 'profiles', 'migrations', 'content'];
const settleMs = 40;

/** Calls back once for each burst of changes, never twice at a time. The function it gives ends the watch. */
export function watchSources(changed: (hasNewAssets: boolean) => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  let hasNewAssets = false;
  const note = (folder: string, file: string | null): void => {
    if (/\.test\.tsx?$|~$/.test(file ?? '')) return;
    hasNewAssets ||= folder === 'browser' || (file ?? '').endsWith('.scss');
    clearTimeout(timer);
    timer = setTimeout(() => {
      const assets = hasNewAssets;
      hasNewAssets = false;
      running = running.then(() => changed(assets));
    }, settleMs);
  };
  const watchers: FSWatcher[] = folders
    .filter((folder) => existsSync(folder))
    .map((folder) => watch(folder, { recursive: true }, (_event, file) => note(folder, file)));
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
