import { catalogue } from '../kernel/words.ts';

export const cliWords = catalogue({
  en: {
    describeStart: 'Run the sandbox: demo people, no real e-mail, on this machine only.',
    describeServe: 'Run in production. Everything is set in the environment; see docs/running/production.md.',
    describeImportOrganisations:
      'Take in a national register: practices (epraccur) or their branches (ebranchs).',
    registerFile: 'the CSV file',
    importAccounts: {
      describe: 'Take in accounts from another product, with the passwords people have there.',
      file: 'CSV, JSON, JSON lines, a Keycloak realm export or a Django dump; see docs/running/moving-accounts.md',
      format: 'what the file is, where the end of its name does not say it',
      dryRun: 'look at everything and change nothing',
      report: 'write what became of every row to this CSV file',
    },
    articles: {
      describe: 'Take the help articles out as files, or bring files in.',
      describeExport: 'Write every published article as a Markdown file.',
      describeImport:
        'Bring Markdown files in and publish them. What was changed at the desk stays as it is there.',
      to: 'the folder to write',
      from: 'the folder to read, with categories.json and a folder for each set',
    },
    keys: {
      describe: 'Make and change the keys that protect stored secrets.',
      describeNew: 'Print a new root key.',
      describeRotate: 'Seal again, under the newest root key, everything that older ones sealed.',
      resealed: (name: string, count: number) => `Sealed again: ${count} ${name}.`,
      done: (version: number) =>
        `Everything kept is sealed under root key ${version}. Codes typed from e-mails sent before may need the older key for another 14 days.`,
    },
    describeCreateStaff:
      'Make somebody support staff, such as the first administrator, and send the link to set a password.',
    staffName: 'their full name',
    staffEmail: 'their own work email address',
    staffRole: 'agent, senior, accounts, editor or administrator',
    sandboxPort: 'the port the sandbox listens on, for the link',
    optionProfile: 'the profile to run',
    optionPort: 'the port to listen on',
    optionData: 'the folder to keep everything in',
    usingDatabase: (place: string) => `Using the database at ${place} …`,
    stopping: 'Stopping: finishing what was begun …',
    stopped: 'Stopped.',
    reviving: 'PostgreSQL ended unexpectedly. Starting it again …',
    ready: (url: string, profile: string) => [
      '',
      `Gatehouse is ready, in sandbox mode with the profile "${profile}".`,
      '',
      `  Home page    ${url}/`,
      `  Try it       ${url}/sandbox  (demo people with passwords, what to try, every message sent)`,
      '  Stop         press Ctrl-C',
      '',
    ],
    serving: (origin: string, host: string, port: number) =>
      `Gatehouse serves ${origin}, listening on ${host}:${port}.`,
    portBusy: (port: number) =>
      `Port ${port} is in use by another program. Choose another with --port, or with GATEHOUSE_PORT for serve, like ${port + 1}.`,
    portForbidden: (port: number) =>
      `This user may not listen on port ${port}. Choose one above 1023 with --port, or with GATEHOUSE_PORT for serve.`,
    diskFull: 'The disk is full. Make room, then try again; nothing that was saved is lost.',
    databaseUnreachable: (place: string, reason: string) =>
      `The database at ${place} cannot be reached (${reason}). Check that it runs and that DATABASE_URL is right.`,
    databaseRefused: (place: string, reason: string) =>
      `The database at ${place} refused the connection: ${reason}. Check DATABASE_URL.`,
    databaseTooOld: (place: string, found: string) =>
      `The database at ${place} is PostgreSQL ${found}. Gatehouse needs 15 or newer.`,
    noDataFolder: (folder: string) =>
      `There is no data folder ${folder} yet. Run npm start first, or name another with --data.`,
    stopTookTooLong: 'Some requests did not finish in time and were cut off.',
  },
});
