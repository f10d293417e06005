import { Command } from 'commander';
import { articlesCommand } from './articles.ts';
import { auditCommand } from './audit.ts';
import { createStaffCommand } from './create-staff.ts';
import { importAccountsCommand } from './import-accounts.ts';
import { importOrganisationsCommand } from './import-organisations.ts';
import { keysCommand } from './keys.ts';
import { serveCommand } from './serve.ts';
import { startCommand } from './start.ts';
import { version } from './version.ts';

/** Every command of `gatehouse`, one file each. */
export const program = (): Command =>
  new Command('gatehouse')
    .version(version)
    .addCommand(startCommand())
    .addCommand(serveCommand())
    .addCommand(importOrganisationsCommand())
    .addCommand(importAccountsCommand())
    .addCommand(createStaffCommand())
    .addCommand(articlesCommand())
    .addCommand(keysCommand())
    .addCommand(auditCommand());
