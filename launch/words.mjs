/** What the launcher says. The application's own words are in its slices. */
export const words = {
  nodeTooOld: (version) => `Gatehouse needs Node 20.19 or newer, and this is Node ${version}.`,
  installing: 'Installing the locked dependencies (a minute or two the first time) …',
  waitingForInstall: 'Another copy is installing or building; waiting for it …',
  installFailed: (tail) => `The dependencies could not be installed. npm said:\n${tail}`,
  building: 'Building …',
  buildFailed: (tail) => `The build failed:\n${tail}`,
  noNode24: (platform) =>
    `Gatehouse runs under Node 24, and found none for ${platform}. Install Node 24 or newer, then try again.`,
  diskFull: 'The disk is full. Make room, then try again.',
  cannotWrite: (path) => `Gatehouse may not write to ${path}. Give this user that right, then try again.`,
};

/** One sentence for what went wrong; a stack trace only for what nobody foresaw. */
export function sentenceFor(error) {
  const text = String(error?.message ?? error);
  if (error?.code === 'ENOSPC' || /ENOSPC|no space left on device/i.test(text)) return words.diskFull;
  if (error?.code === 'EACCES' || error?.code === 'EROFS') return words.cannotWrite(error.path);
  return error?.code ? String(error.stack) : text;
}
