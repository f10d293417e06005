import { expect, test } from 'vitest';
import { emptyDatabase } from '../../../tests/support/empty-database.ts';

test('a connection keeps the statements it met, and an answer is the same from then on', async () => {
  const { pool } = await emptyDatabase();
  const connection = await pool.connect();
  const question = 'SELECT $1::int + 1 AS next';
  const answers = [];
  for (const number of [1, 2]) answers.push((await connection.query(question, [number])).rows[0].next);
  expect(answers).toEqual([2, 3]);
  const kept = await connection.query('SELECT count(*) FROM pg_prepared_statements WHERE statement = $1', [
    question,
  ]);
  expect(kept.rows[0].count).toBe(1);
  connection.release();
});

test('a statement that was refused is refused again, and the connection goes on', async () => {
  const { pool } = await emptyDatabase();
  const connection = await pool.connect();
  const wrong = () => connection.query('SELECT $1::int FROM no_such_table', [1]);
  await expect(wrong()).rejects.toThrow('no_such_table');
  await expect(wrong()).rejects.toThrow('no_such_table');
  expect((await connection.query('SELECT $1::int AS one', [1])).rows).toEqual([{ one: 1 }]);
  connection.release();
});
