// Owns the data folder: which profile and version made it, who uses it now, the sandbox's root key.
// Its tables: none.
// Used by: the command line.
export { type DataFolder, openDataFolder, readRootKey, recordedProfile } from './data-folder.ts';
export { userOfFolder } from './folder-user.ts';
