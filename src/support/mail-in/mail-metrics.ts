import type { Database } from '../../platform/database/database.ts';
import type { Measured } from '../../platform/metrics/index.ts';
import { countUnfinishedMail } from './mail-metrics.store.ts';
import type { Mailbox } from './mailbox.ts';
import { findMailboxState } from './mailbox-position.store.ts';

interface MailMetricsNeeds {
  database: Database;
  mailbox: Mailbox | undefined;
}

/** Whether people's e-mail arrives, where a mailbox is set up; nothing where there is none. */
export const mailMetrics = ({ database, mailbox }: MailMetricsNeeds): Measured[] =>
  mailbox === undefined
    ? []
    : [
        {
          name: 'gatehouse_mailbox_problem',
          help: '1 while the mailbox cannot be read, else 0.',
          label: 'problem',
          measure: async () => {
            const problem = (await findMailboxState(database, mailbox.name))?.problem;
            return new Map(problem ? [[problem, 1]] : [['none', 0]]);
          },
        },
        {
          name: 'gatehouse_mail_in',
          help: 'Emails that came in and are not handled, by state: waiting for us, or unreadable and waiting for staff.',
          label: 'state',
          measure: () => countUnfinishedMail(database),
        },
      ];
