import { recordListing } from '../../../audit/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { isId } from '../../../kernel/ids.ts';
import { ask } from '../../../kernel/policy.ts';
import { readOrganisationCode } from '../../../organisations/index.ts';
import type { Settings } from '../../../platform/settings/settings.ts';
import { administrator } from '../../policy.ts';
import type { FoundPerson } from '../people/find-people.store.ts';
import { type FindPeopleNeeds, findPeople } from '../people/find-people.ts';
import { dayAfter, readTypedDay, startOfDay } from '../start-of-day.ts';
import {
  type FoundEvent,
  findOrganisationId,
  findPersonName,
  searchEvents,
} from './search-activity.store.ts';

export interface SearchActivityNeeds extends FindPeopleNeeds {
  settings: Pick<Settings, 'service'>;
}

/** As it was typed; empty where anything will do. */
export interface ActivityQuestion {
  action: string;
  person: string;
  organisation: string;
  from: string;
  to: string;
  before: number | undefined;
}

/** A field whose content says nothing we know. */
export type ActivityProblem = 'person' | 'organisation' | 'from' | 'to';

export type SearchActivityOutcome =
  | { outcome: 'found'; events: FoundEvent[]; personName: string | undefined; older: number | undefined }
  /** What was typed fits several people, so one must be chosen. */
  | { outcome: 'several-people'; people: FoundPerson[] }
  | { outcome: 'problems'; problems: ActivityProblem[] };

const eventsOnPage = 50;

/** Looks through everything on record. Only administrators: agents see the record of the person they help. */
export async function searchActivity(
  needs: SearchActivityNeeds,
  actor: Actor | undefined,
  question: ActivityQuestion,
): Promise<SearchActivityOutcome> {
  ask(administrator, actor, undefined);
  const person = await readPerson(needs, actor, question.person);
  if (typeof person === 'object' && person.length > 1) return { outcome: 'several-people', people: person };
  const personId = typeof person === 'object' ? person[0]?.id : person;
  const organisationId = await readOrganisation(needs, question.organisation);
  const [from, to] = [readTypedDay(question.from), readTypedDay(question.to)];
  const read = { person: personId, organisation: organisationId, from, to };
  const fields = ['person', 'organisation', 'from', 'to'] as const;
  const problems = fields.filter((field) => question[field] !== '' && read[field] === undefined);
  if (problems.length > 0) return { outcome: 'problems', problems };
  const { timeZone } = needs.settings.service;
  const filter = {
    action: question.action || undefined,
    personId,
    organisationId,
    since: from ? startOfDay(from, timeZone) : undefined,
    until: to ? startOfDay(dayAfter(to), timeZone) : undefined,
    before: question.before,
  };
  const events = await searchEvents(needs.database, filter, eventsOnPage + 1);
  const shown = events.slice(0, eventsOnPage);
  const older = events.length > shown.length ? shown.at(-1)?.position : undefined;
  const { action } = question;
  const asked = { ...(action && { action }), ...(personId && { person: personId }) };
  const positions = shown.map(({ position }) => position);
  await recordListing(needs, actor, { action: 'activity-listed', asked, shown: positions });
  const personName = personId ? await findPersonName(needs.database, personId) : undefined;
  return { outcome: 'found', events: shown, personName, older };
}

/** An id stands for itself: events outlive the account they are about. */
async function readPerson(needs: SearchActivityNeeds, actor: Actor, typed: string) {
  if (typed === '' || isId(typed)) return typed || undefined;
  const result = await findPeople(needs, actor, typed);
  return result.outcome === 'found' ? result.people : undefined;
}

async function readOrganisation({ database }: SearchActivityNeeds, typed: string) {
  const read = readOrganisationCode(typed);
  return read.outcome === 'code' ? findOrganisationId(database, read.code) : undefined;
}
