import type { Audit } from '../../audit/index.ts';
import { dayAt } from '../../kernel/calendar-day.ts';
import { after, before, hours } from '../../kernel/duration.ts';
import type { Ids, OrganisationId } from '../../kernel/ids.ts';
import { type Database, inTransaction, type Tx } from '../../platform/database/database.ts';
import { type DueWork, eachApart } from '../../platform/jobs/index.ts';
import { listAdministrators } from '../administrators/administrators.store.ts';
import type { ReviewId } from '../administrators/open-reviews.store.ts';
import { type TellMemberNeeds, tellAdministrators } from '../members/tell-member.ts';
import { findById, holdOrganisation } from '../places/organisation.store.ts';
import type { Organisation } from '../places/organisation.ts';
import {
  listDueForReview,
  listToMention,
  openReview,
  type ReviewToMention,
  takeReviewToMention,
} from './open-reviews-due.store.ts';
import { reviewEmail } from './review-access.email.tsx';

export interface OpenReviewsNeeds extends TellMemberNeeds {
  audit: Audit;
  database: Database;
  ids: Ids;
}

const atOnce = 20;

/** Opens the reviews that are due, and writes to whoever has to do them; never twice, however often it looks. */
export const openReviewsWork = (needs: OpenReviewsNeeds): DueWork => ({
  name: 'open-access-reviews',
  every: hours(1),
  runDue: (now) => eachApart([openDue, mentionDue], (step) => step(needs, now)),
});

async function openDue(needs: OpenReviewsNeeds, now: Date): Promise<number> {
  const { organisations, service } = needs.settings;
  if (organisations.reviewEvery === 0) return 0;
  const due = { since: before(now, organisations.reviewEvery), today: dayAt(now, service.timeZone) };
  const practices = await listDueForReview(needs.database, { ...due, atMost: atOnce });
  return eachApart(practices, (practice) => openAt(needs, practice, now));
}

const openAt = (needs: OpenReviewsNeeds, practiceId: OrganisationId, now: Date) =>
  inTransaction(needs.database, async (tx) => {
    await holdOrganisation(tx, practiceId);
    const id: ReviewId = needs.ids.next();
    const dueAt = after(now, needs.settings.organisations.reviewWithin);
    if (!(await openReview(tx, { id, practice: practiceId, openedAt: now, dueAt }))) return 0;
    const record = { type: 'access-review', id };
    await needs.audit.record(tx, {
      action: 'access-review-opened',
      actor: 'system',
      organisation: practiceId,
      record,
    });
    await write(needs, tx, await practiceOf(tx, practiceId), { step: 'opened', dueAt });
    return 1;
  });

async function mentionDue(needs: OpenReviewsNeeds, now: Date): Promise<number> {
  const reviews = await listToMention(needs.database, now, atOnce);
  return eachApart(reviews, (review) => mention(needs, review, now));
}

const mention = (needs: OpenReviewsNeeds, id: ReviewId, now: Date): Promise<number> =>
  inTransaction(needs.database, async (tx) => {
    const review = await takeReviewToMention(tx, id, now);
    if (!review) return 0;
    await needs.audit.record(tx, {
      action: review.step === 'reminder' ? 'access-review-reminded' : 'access-review-escalated',
      actor: 'system',
      organisation: review.practiceId,
      record: { type: 'access-review', id: review.id },
    });
    await write(needs, tx, await practiceOf(tx, review.practiceId), review);
    return 1;
  });

async function practiceOf(tx: Tx, id: OrganisationId): Promise<Organisation> {
  const practice = await findById(tx, id);
  if (!practice) throw new Error('an organisation vanished while its access was to be reviewed');
  return practice;
}

/** To the main contact; to the deputies too at the end, and from the start where there is no main contact. */
async function write(
  needs: OpenReviewsNeeds,
  tx: Tx,
  practice: Organisation,
  { step, dueAt }: { step: 'opened' | ReviewToMention['step']; dueAt: Date },
): Promise<void> {
  const all = await listAdministrators(tx, practice.id);
  const mainContacts = all.filter(({ role }) => role === 'main-contact');
  const readers = step === 'escalation' || mainContacts.length === 0 ? all : mainContacts;
  const facts = { practice, dueAt, settings: needs.settings, origin: needs.origin };
  await tellAdministrators(needs, tx, readers, {
    kind: `access-review-${step}`,
    practice,
    write: ({ fullName }, language) => reviewEmail(step, { ...facts, name: fullName }, language),
  });
}
