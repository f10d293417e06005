import type { Queryable } from '../platform/database/database.ts';

/** A removed way to get a code, with its secret; until then “this was not me” can bring it back. */
export const removeRemovedFactors = (db: Queryable, removedBefore: Date) =>
  db.deleteFrom('factor').where('removed_at', '<', removedBefore).execute();

/** Secrets and numbers of what was begun and not finished, or finished and kept elsewhere since. */
export const removePastSetUps = (db: Queryable, expiredBefore: Date) =>
  db.deleteFrom('factor_setup').where('expires_at', '<', expiredBefore).execute();

/** An answer to one of these is refused for its age by now. */
export const removeSpentChallenges = (db: Queryable, expiredBefore: Date) =>
  db.deleteFrom('spent_challenge').where('expires_at', '<', expiredBefore).execute();

/** What people wrote who could give no code, once staff or they themselves ended it. */
export const removeEndedRequests = (db: Queryable, endedBefore: Date) =>
  db.deleteFrom('factor_reset_request').where('ended_at', '<', endedBefore).execute();
