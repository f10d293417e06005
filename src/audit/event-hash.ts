import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';

/**
 * Every column of an event, in the order it is hashed. A column that a later migration adds goes to the end, and the
 * seals' `format` goes up with it, so that older seals still verify.
 */
export const eventColumns = [
  'position',
  'id',
  'transaction_id',
  'at',
  'action',
  'actor_kind',
  'actor_id',
  'subject_id',
  'grant_id',
  'organisation_id',
  'record_type',
  'record_id',
  'reason',
  'session_id',
  'client_mac',
  'sealed_detail',
] as const;

type EventColumn = (typeof eventColumns)[number];

/** An event as text, column by column, exact to the microsecond and the same in every time zone. */
export type EventText = Record<EventColumn, string | null>;

const asText = (column: EventColumn): RawBuilder<unknown> => {
  if (column === 'at') return sql`to_json(at AT TIME ZONE 'UTC') #>> '{}' AS at`;
  if (column === 'sealed_detail') return sql`encode(sealed_detail, 'hex') AS sealed_detail`;
  return sql`${sql.ref(column)}::text AS ${sql.ref(column)}`;
};

export const eventText = sql.join(eventColumns.map(asText));

/** SHA-256 of the columns as a JSON list, which cannot be read in two ways. */
export const hashOfEvent = (event: EventText): Buffer =>
  createHash('sha256')
    .update(JSON.stringify(eventColumns.map((column) => event[column])))
    .digest();
