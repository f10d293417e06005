import { beforeAll, expect, test } from 'vitest';
import type { AddedPerson } from '../../../tests/support/portal-people.ts';
import fc from '../../../tests/support/properties.ts';
import { sharedPortal } from '../../../tests/support/running-portal.ts';
import { addTicket, answerTicket } from '../../../tests/support/tickets.ts';
import { after, days, hours, minutes } from '../../kernel/duration.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { workingTimeBetween } from '../working-time/working-time.ts';
import { canBecome, changeState } from './change-state.ts';
import { findTicketById, holdTicket } from './ticket.store.ts';
import { isOurTurn, priorityName, type Ticket, type TicketState } from './ticket.ts';
import { calendarOf, prioritiseClocks, startClocks, turnClocks } from './ticket-clocks.ts';
import { takesReplies, writeMessage } from './write-message.ts';

const portalOf = sharedPortal({ profile: 'primary-care', at: '2026-03-26T15:00:00Z', wholeProfile: false });
let agent: AddedPerson;

beforeAll(async () => {
  agent = await portalOf().addPerson({ name: 'Gwen Parry', staff: 'agent' });
});

const states: TicketState[] = [
  'held',
  'new',
  'open',
  'waiting-for-you',
  'waiting-for-us',
  'solved',
  'closed',
];

type Step =
  | { kind: 'wait'; long: number }
  | { kind: 'answer'; leaves: 'waiting-for-you' | 'solved' | 'open' }
  | { kind: 'reply' }
  | { kind: 'become'; to: TicketState };

const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .integer({ min: 1, max: days(4) / minutes(1) })
      .map((count): Step => ({ kind: 'wait', long: minutes(count) })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('waiting-for-you', 'solved', 'open')
      .map((leaves): Step => ({ kind: 'answer', leaves })),
  },
  { weight: 2, arbitrary: fc.constant<Step>({ kind: 'reply' }) },
  { weight: 1, arbitrary: fc.constantFrom(...states).map((to): Step => ({ kind: 'become', to })) },
);

/** What the ticket must be, worked out beside it: the state, and how much working time was used while it was our turn. */
interface Model {
  state: TicketState;
  used: number;
  since: Date;
  firstAnsweredAt: Date | null;
}

async function take(step: Step, ticket: Ticket): Promise<TicketState | undefined> {
  const the = portalOf();
  if (step.kind === 'answer') {
    if (ticket.state === 'held' || !canBecome(ticket.state, step.leaves)) return undefined;
    return (await answerTicket(the, ticket, { by: agent.id, leaves: step.leaves })).state;
  }
  return inTransaction(the.needs.database, async (tx) => {
    const held = (await holdTicket(tx, ticket.id)) as Ticket;
    if (step.kind === 'become') {
      if (!canBecome(held.state, step.to)) return undefined;
      return (await changeState(the.needs, tx, held, { to: step.to, by: 'system' })).state;
    }
    if (!takesReplies(the.needs, held)) return undefined;
    const said = { kind: 'from-requester', channel: 'web', body: 'Still so.', by: 'anyone' } as const;
    return (await writeMessage(the.needs, tx, held, { ...said, requesterId: held.requesterId })).ticket.state;
  });
}

test('whatever happens in whatever order, the clock counts working time while it is our turn, and stands still else', async () => {
  const the = portalOf();
  const calendar = calendarOf(the.settings);
  let number = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(steps, { minLength: 4, maxLength: 12 }),
      fc.boolean(),
      async (taken, isHeld) => {
        number += 1;
        const begun = await addTicket(the, { isHeld, email: `model-${number}@fernhollow.example` });
        const within = the.settings.tickets.solveWithin[priorityName(begun.priority)];
        const model: Model = { state: begun.state, used: 0, since: the.clock.now(), firstAnsweredAt: null };
        for (const step of taken) {
          if (step.kind === 'wait') {
            the.clock.advance(step.long);
            continue;
          }
          const now = the.clock.now();
          const before = (await findTicketById(the.needs.database, begun.id)) as Ticket;
          expect(before.state).toBe(model.state);
          const became = await take(step, before);
          if (became === undefined) continue;
          // What is overdue when the clock stops begins again with nothing left, and not with less.
          if (isOurTurn(model.state) && !isOurTurn(became))
            model.used = Math.min(within, model.used + workingTimeBetween(calendar, model.since, now));
          if (!isOurTurn(model.state) && isOurTurn(became)) model.since = now;
          if (step.kind === 'answer') model.firstAnsweredAt ??= now;
          model.state = became;
          const ticket = (await findTicketById(the.needs.database, begun.id)) as Ticket;
          expect(ticket.state).toBe(became);
          expect(ticket.firstAnsweredAt).toEqual(model.firstAnsweredAt);
          if (isOurTurn(became)) {
            expect(ticket.solveLeft).toBeNull();
            const counted = workingTimeBetween(calendar, model.since, ticket.solveDueAt as Date);
            expect(counted).toBe(within - model.used);
          } else {
            expect([ticket.solveDueAt, ticket.solveLeft]).toEqual([null, within - model.used]);
          }
          expect(ticket.closedAt !== null).toBe(became === 'closed');
          if (became === 'solved') expect(ticket.solvedAt).not.toBeNull();
        }
      },
    ),
    { numRuns: 12 },
  );
}, 60_000);

test('what is closed stays closed, and what is held is only confirmed or closed', () => {
  for (const to of states) expect([to, canBecome('closed', to)]).toEqual([to, to === 'closed']);
  for (const to of states)
    expect([to, canBecome('held', to)]).toEqual([to, ['held', 'new', 'closed'].includes(to)]);
  for (const from of states.filter((state) => state !== 'closed'))
    expect([from, canBecome(from, 'closed')]).toEqual([from, true]);
});

test('a state that cannot be reached is a mistake of whoever asks for it', async () => {
  const the = portalOf();
  const ticket = await addTicket(the, { email: 'mistake@fernhollow.example' });
  const wrong = inTransaction(the.needs.database, async (tx) => {
    const held = (await holdTicket(tx, ticket.id)) as Ticket;
    return changeState(the.needs, tx, held, { to: 'held', by: 'system' });
  });
  await expect(wrong).rejects.toThrow('cannot become held');
});

test('[P9] another priority moves the clocks by what it promises, less the time used up', () => {
  const { settings } = portalOf();
  const now = new Date('2026-03-02T09:00:00Z');
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 0, max: hours(3) }),
      (from, to, waited) => {
        fc.pre(from !== to);
        const ticket = {
          ...startClocks(settings, 'new', from, now),
          priority: from,
          firstAnsweredAt: null,
        } as Ticket;
        const later = after(now, waited);
        const moved = prioritiseClocks(settings, ticket, to, later);
        const fresh = startClocks(settings, 'new', to, now);
        const dueOr = (at: Date | null) => ((at as Date) > later ? at : later);
        expect(moved.solveDueAt).toEqual(dueOr(fresh.solveDueAt));
        expect(moved.firstAnswerDueAt).toEqual(dueOr(fresh.firstAnswerDueAt));
      },
    ),
  );
});

test('a ticket that nobody confirmed has no clock, and begins with the whole time once somebody does', () => {
  const { settings } = portalOf();
  const held = startClocks(settings, 'held', 3, new Date('2026-03-02T09:00:00Z'));
  expect(held).toMatchObject({ firstAnswerDueAt: null, solveDueAt: null });
  const later = new Date('2026-03-05T09:00:00Z');
  const ticket = { ...held, priority: 3, firstAnsweredAt: null, state: 'held' } as Ticket;
  expect(turnClocks(settings, ticket, 'new', later)).toEqual(startClocks(settings, 'new', 3, later));
});
