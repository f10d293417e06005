import { existsSync, type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';

const roots = ['src', 'browser', 'profiles', 'migrations', 'content'];
const settleMs = 30;

/** Calls back once for each burst of changes, never twice at a time. The function it gives ends the watch. */
export function watchSources(changed: (files: string[]) => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const files = new Set<string>();
  const endWatch = watchFolders((file) => {
    if (/\.test\.tsx?$|~$/.test(file)) return;
    files.add(file);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const burst = [...files];
      files.clear();
      running = running.then(() => changed(burst));
    }, settleMs);
  });
  return () => {
    clearTimeout(timer);
    endWatch();
  };
}

/** Folder by folder: on Linux, Node's recursive watch loses a file once an editor has replaced it. */
function watchFolders(note: (file: string) => void): () => void {
  const watchers = new Map<string, FSWatcher>();
  const add = (folder: string): void => {
    if (watchers.has(folder)) return;
    const watcher = watch(folder, (_event, name) => {
      const file = join(folder, name ?? '');
      if (isFolder(file)) addAll(file);
      note(file);
    });
    watcher.on('error', () => watchers.delete(folder));
    watchers.set(folder, watcher);
  };
  const addAll = (root: string): void => {
    for (const folder of foldersIn(root)) add(folder);
  };
  for (const root of roots) if (existsSync(root)) addAll(root);
  return () => {
    for (const watcher of watchers.values()) watcher.close();
  };
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

const foldersIn = (root: string): string[] => [
  root,
  ...readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name)),
];
