import { randomUUID } from 'node:crypto';
import type { Id } from '../../src/kernel/ids.ts';
import { addAttachment } from '../../src/support/attachments/attachment.store.ts';
import type { TicketId, TicketMessageId } from '../../src/support/tickets/ticket.ts';
import { listTicketMessages } from '../../src/support/tickets/ticket-message.store.ts';
import type { Portal } from '../support/portal.ts';
import { addPublishedArticle } from '../support/published-article.ts';
import { addTicket, answerTicket, setTicketState } from '../support/tickets.ts';

type Gate = Pick<Portal, 'needs' | 'addPerson' | 'settings'>;

/** Something of its own for one address of the desk: what stands in it, and what its form names beside. */
export interface Own {
  ':reference': string;
  ':id': string;
  ':number': string;
  other: string;
}

const nothing: Own = { ':reference': '', ':id': '', ':number': '1', other: '' };

/** What there is at an address, made for the member of staff whose turn it is. */
export async function ownOf(
  the: Gate,
  address: string,
  about: { subject: string; by: string },
): Promise<Own> {
  const known = Object.entries(makers).find(([start]) => address.startsWith(start));
  return {
    ...nothing,
    ...(await known?.[1](the, { ...about, step: /[a-z]+$/.exec(address)?.[0] ?? '' })),
  };
}

interface About {
  subject: string;
  by: string;
  /** The last word of the address. */
  step: string;
}

type Maker = (the: Gate, about: About) => Promise<Partial<Own>>;

const makers: Record<string, Maker> = {
  '/desk/tickets/:reference/files': async (the, about) => {
    const { reference, id } = await ticketOf(the, about);
    return {
      ':reference': reference,
      ':id': await fileOf(the, id, about.step),
      other: await fileOf(the, (await ticketOf(the, about)).id, about.step),
    };
  },
  '/desk/tickets/:reference': ticketWithStep,
  '/desk/tickets/views': async (the, { by }) => ({
    ':id': await viewOf(the, by),
    other: await viewOf(the, by),
  }),
  '/desk/tickets/chosen': async (the, about) => ({ other: (await ticketOf(the, about)).reference }),
  '/desk/call-backs': async (the, about) => ({
    ':id': await callBackOf(the, (await ticketOf(the, about)).id),
  }),
  '/desk/replies': async (the) => ({ ':id': await replyOf(the) }),
  '/desk/mail': async (the) => ({ ':id': await mailOf(the) }),
  '/desk/notices': async (the) => noticeOf(the),
  '/desk/teams': async (the) => ({ ':id': await teamOf(the) }),
  '/desk/articles/categories': categoryOf,
  '/desk/articles': articleOf,
  '/desk/feedback': async (the, { step }) => {
    const article = await articleOf(the, { subject: '', by: '', step: '' });
    const isHeld = step !== 'handled';
    const id = await feedbackOn(the, article[':id'], isHeld);
    return { ':id': isHeld ? id : article[':id'] };
  },
};

async function ticketWithStep(the: Gate, about: About): Promise<Partial<Own>> {
  const asked = { registration: 'register', died: 'died', undo: 'died' } as Record<string, string>;
  const ticket = await ticketOf(the, { ...about, subject: asked[about.step] ?? about.subject });
  const { reference } = ticket;
  switch (about.step) {
    case 'reopen':
      await setTicketState(the, ticket, 'solved');
      return { ':reference': reference };
    case 'merge':
      return { ':reference': reference, other: (await ticketOf(the, about)).reference };
    case 'split': {
      const [first] = await listTicketMessages(the.needs.database, ticket.id);
      await answerTicket(the, ticket, { by: about.by as Id<'account'> });
      return { ':reference': reference, other: first?.id ?? '' };
    }
    case 'died':
    case 'undo':
    case 'check': {
      const person = await the.addPerson({ name: 'Mary Quinn', email: `mary-${randomUUID()}@own.example` });
      if (about.step === 'undo') await stopFor(the, person.id);
      return { ':reference': reference, ':id': person.id, other: person.email };
    }
    default:
      return { ':reference': reference };
  }
}

const stopFor = ({ needs }: Gate, account: string) =>
  needs.database
    .updateTable('account')
    .set({ state: 'closed', mail_stopped_at: needs.clock.now() })
    .where('id', '=', account)
    .execute();

const ticketOf = (the: Gate, { subject }: About) =>
  addTicket(the, { subject, email: `${randomUUID()}@own.example` });

/** Held where it is to be released. */
async function fileOf(the: Gate, ticketId: TicketId, step: string): Promise<string> {
  const { database, files, ids, clock } = the.needs;
  const [message] = await listTicketMessages(database, ticketId);
  const stored = await files.put(database, Buffer.from('Words'), { atMost: 100 });
  if (stored.outcome !== 'stored') throw new Error('the file is too large');
  const id = ids.next<'attachment'>();
  await addAttachment(database, {
    ...{ id, ticketId, messageId: message?.id as TicketMessageId, fileId: stored.id, name: 'words.txt' },
    ...{
      kind: 'text/plain',
      size: 5,
      state: step === 'release' ? 'held' : 'clean',
      because: null,
      releasedBy: null,
      attempts: 0,
    },
    createdAt: clock.now(),
  });
  return id;
}

async function viewOf({ needs }: Gate, owner: string): Promise<string> {
  const id = needs.ids.next();
  const row = { id, owner_id: owner, name: 'Mine', filters: '{}', created_at: needs.clock.now() };
  await needs.database.insertInto('saved_view').values(row).execute();
  return id;
}

async function callBackOf({ needs }: Gate, ticket: TicketId): Promise<string> {
  const [id, now] = [needs.ids.next(), needs.clock.now()];
  const row = { id, ticket_id: ticket, phone: '07700 900123', wanted_at: now, created_at: now };
  await needs.database.insertInto('call_back').values(row).execute();
  return id;
}

async function replyOf({ needs }: Gate): Promise<string> {
  const id = needs.ids.next();
  const row = { id, title: 'A reply', body: 'Words', changed_at: needs.clock.now() };
  await needs.database.insertInto('canned_reply').values(row).execute();
  return id;
}

let uid = 0;

async function mailOf({ needs }: Gate): Promise<string> {
  const { database, files, ids, clock } = needs;
  const raw = Buffer.from('Subject: Hello\r\n\r\nWords\r\n');
  const stored = await files.put(database, raw, { atMost: 1000 });
  if (stored.outcome !== 'stored') throw new Error('the mail is too large');
  const id = ids.next();
  uid += 1;
  const place = { mailbox: 'support', uid_validity: 1, uid, file_id: stored.id, size: raw.length };
  const row = { id, ...place, state: 'unreadable' as const, received_at: clock.now() };
  await database.insertInto('mail_in').values(row).execute();
  return id;
}

/** With a ticket that asks about it. */
async function noticeOf(the: Gate): Promise<Partial<Own>> {
  const { database, ids, clock } = the.needs;
  const id = ids.next();
  const places = { on_log_in: false, on_help: false, on_contact: true };
  const row = { id, title: 'Trouble', body: 'Words', ...places, published_at: clock.now() };
  await database.insertInto('service_notice').values(row).execute();
  const ticket = await addTicket(the, { email: `${randomUUID()}@own.example` });
  await database.updateTable('ticket').set({ notice_id: id }).where('id', '=', ticket.id).execute();
  return { ':id': id, other: ids.next() };
}

async function teamOf({ needs }: Gate): Promise<string> {
  const id = needs.ids.next();
  const row = { id, name: `Team ${id}`, created_at: needs.clock.now() };
  await needs.database.insertInto('team').values(row).execute();
  return id;
}

async function categoryOf({ needs }: Gate) {
  const id = needs.ids.next();
  const row = { id, slug: `c-${id}`, title: 'A category', created_at: needs.clock.now() };
  await needs.database.insertInto('article_category').values(row).execute();
  return { ':id': id };
}

/** Public, or with a newer draft where drafts are published or versions restored. */
async function articleOf(the: Gate, { step }: About) {
  const { database, clock } = the.needs;
  const { id } = await addPublishedArticle(the, { slug: `a-${randomUUID()}`, title: 'An article' });
  const { category_id } = await database
    .selectFrom('article')
    .select('category_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const version = {
    article_id: id,
    summary: '',
    keywords: [],
    category_id,
    is_question: false,
    written_at: clock.now(),
  };
  const first = { ...version, number: 1, title: 'An article', body: 'Do this, then that.' };
  await database
    .insertInto('article_version')
    .values({ ...first, published_at: clock.now() })
    .execute();
  if (step === 'publish' || step === 'restore')
    await database
      .insertInto('article_version')
      .values({ ...first, number: 2, title: 'Another' })
      .execute();
  return { ':id': id as string, other: category_id };
}

async function feedbackOn({ needs }: Gate, article: string, isHeld: boolean): Promise<string> {
  const id = needs.ids.next();
  const row = { id, article_id: article, version_number: 1, is_helpful: false, words: 'Words' };
  const state = isHeld ? ('held' as const) : ('counted' as const);
  await needs.database
    .insertInto('article_feedback')
    .values({ ...row, state, created_at: needs.clock.now() })
    .execute();
  return id;
}
