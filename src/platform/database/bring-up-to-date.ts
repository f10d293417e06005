import pg from 'pg';
import { systemClock } from '../../kernel/clock.ts';
import { createKeyRing } from '../../kernel/key-ring.ts';
import { refusal } from '../postgres-server/index.ts';
import { databaseWords } from './database.words.ts';
import { keysFit } from './key-marker.ts';
import { migrate } from './migrate.ts';

interface Wanted {
  databaseUrl: string;
  profile: string;
  rootKeys: ReadonlyMap<number, Uint8Array>;
}

/** Migrates, and makes sure that the database is this profile's and sealed with these keys; else refuses in words. */
export async function bringUpToDate(wanted: Wanted, onStep: (step: string) => void): Promise<void> {
  const words = databaseWords.en;
  onStep(words.migrating);
  const result = await migrate(wanted.databaseUrl);
  if (result.outcome === 'newer-database') throw refusal(words.newer(result.unknown));
  if (result.outcome === 'altered-migration') throw refusal(words.altered(result.name));
  const client = new pg.Client({ connectionString: wanted.databaseUrl });
  await client.connect();
  try {
    const kept = await keepProfile(client, wanted.profile);
    if (kept !== wanted.profile) throw refusal(words.otherProfile(kept, wanted.profile));
    if (!(await keysFit(client, createKeyRing(wanted.rootKeys)))) throw refusal(words.otherKeys);
  } finally {
    await client.end();
  }
}

/** One installation is one portal. The first start decides; two at once agree on one. */
async function keepProfile(client: pg.Client, profile: string): Promise<string> {
  await client.query(
    'INSERT INTO installation (profile, created_at) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    [profile, systemClock.now().toISOString()],
  );
  const { rows } = await client.query<{ profile: string }>('SELECT profile FROM installation');
  return rows[0]?.profile ?? profile;
}
