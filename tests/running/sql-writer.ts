/** A small application that only writes: starts the server of a folder, and prints each number once it is committed. */
import pg from 'pg';
import { startPostgresServer } from '../../src/platform/postgres-server/index.ts';

const [dataFolder = '', from = '0'] = process.argv.slice(2);
const { url } = await startPostgresServer({ dataFolder });
const client = new pg.Client({ connectionString: url });
client.on('error', () => process.exit(1));
await client.connect();
await client.query('CREATE TABLE IF NOT EXISTS written (number int PRIMARY KEY)');
for (let number = Number(from); ; number++) {
  await client.query('INSERT INTO written VALUES ($1)', [number]);
  process.stdout.write(`${number}\n`);
}
