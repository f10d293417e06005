import type { Queryable } from '../platform/database/database.ts';

export interface SandboxMessage {
  id: string;
  channel: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  links: string[];
  codes: string[];
  at: Date;
}

/** A message sent twice is kept once, as a mailbox does with one Message-ID. */
export const addSandboxMessage = (db: Queryable, message: SandboxMessage): Promise<unknown> =>
  db
    .insertInto('sandbox_message')
    .values({
      id: message.id,
      channel: message.channel,
      recipient: message.to,
      subject: message.subject,
      text_body: message.text,
      html_body: message.html,
      links: message.links,
      codes: message.codes,
      at: message.at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();

export const listSandboxMessages = (
  db: Queryable,
  { to, limit }: { to?: string | undefined; limit: number },
): Promise<SandboxMessage[]> =>
  sandboxMessages(db)
    .$if(to !== undefined, (query) =>
      query.where((eb) => eb.fn('lower', ['recipient']), '=', to?.toLowerCase()),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();

export const findSandboxMessage = (db: Queryable, id: string): Promise<SandboxMessage | undefined> =>
  sandboxMessages(db).where('id', '=', id).executeTakeFirst();

const sandboxMessages = (db: Queryable) =>
  db
    .selectFrom('sandbox_message')
    .select([
      'id',
      'channel',
      'recipient as to',
      'subject',
      'text_body as text',
      'html_body as html',
      'links',
      'codes',
      'at',
    ]);
