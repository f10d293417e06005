import { catalogue } from '../../kernel/words.ts';

export const postgresServerWords = catalogue({
  en: {
    creating: 'Creating the database …',
    starting: 'Starting PostgreSQL …',
    stoppingOrphan: 'Stopping a PostgreSQL server that an earlier run left behind …',
    waitingForOrphan: 'Waiting for the processes of a killed PostgreSQL server to end …',
    elsewhere: (folder: string, user: string) =>
      `PostgreSQL does not run as root, and the user "${user}" cannot reach this folder, so the database is kept in ${folder}.`,
    copyingBinaries: (folder: string) => `Copying PostgreSQL to ${folder}, where its user can run it …`,
    leftOver: (folder: string) =>
      `A database was left behind by a data folder that is gone; it is now in ${folder}.`,
    noBinaries: (platform: string) =>
      `No PostgreSQL comes with Gatehouse for ${platform}. Give the address of a server of your own in DATABASE_URL.`,
    noUser:
      'PostgreSQL does not run as root, and this system has no user "nobody" to run it as. Start Gatehouse as an ordinary user.',
    otherMajor: (found: string, ours: string) =>
      `The database in this data folder was made by PostgreSQL ${found}, and this is PostgreSQL ${ours}. Choose another folder with --data.`,
    cannotReach: (folder: string, user: string) =>
      `The user "${user}", who runs PostgreSQL, cannot reach ${folder}. Let it pass through the folders above, then try again.`,
    keptElsewhere: (folder: string) =>
      `The database of this data folder is in ${folder}, made by root. Start Gatehouse as root, or choose another folder with --data.`,
    copiedFolder: (original: string) =>
      `This data folder is a copy of ${original}, and both name one database. Choose another folder with --data.`,
    gone: (folder: string) =>
      `The database of this data folder was kept in ${folder}, which is gone. Bring it back, or choose another folder with --data.`,
    didNotInitialise: (tail: string) => `PostgreSQL could not create its files: ${tail}`,
    didNotStart: (log: string, tail: string) => `PostgreSQL did not start (see ${log}): ${tail}`,
  },
});
