import pg from 'pg';
import { databaseWords } from './database.words.ts';
import { migrate } from './migrate.ts';

/** Ends the start with one sentence for the operator; not a surprise. */
export class DatabaseRefused extends Error {}

interface Wanted {
  databaseUrl: string;
  profile: string;
}

/** Migrates, and makes sure that the database is this profile's: one installation is one portal. */
export async function bringUpToDate(
  { databaseUrl, profile }: Wanted,
  onStep: (step: string) => void,
): Promise<void> {
  const words = databaseWords.en;
  onStep(words.migrating);
  const result = await migrate(databaseUrl);
  switch (result.outcome) {
    case 'newer-database':
      throw new DatabaseRefused(words.newer(result.unknown));
    case 'altered-migration':
      throw new DatabaseRefused(words.altered(result.name));
    case 'migrated': {
      const kept = await keepProfile(databaseUrl, profile);
      if (kept !== profile) throw new DatabaseRefused(words.otherProfile(kept, profile));
    }
  }
}

/** The first start decides; two at once agree on one. */
async function keepProfile(databaseUrl: string, profile: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      'INSERT INTO installation (profile, created_at) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [profile, new Date().toISOString()],
    );
    const { rows } = await client.query<{ profile: string }>('SELECT profile FROM installation');
    return rows[0]?.profile ?? profile;
  } finally {
    await client.end();
  }
}
