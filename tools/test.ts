import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChecks } from './checks.ts';
import { runNode } from './run-node.ts';

/** The checks, then every test. The last line is for machines: how many passed and failed. */
async function test(options: string[]): Promise<number> {
  const failedChecks = (await runChecks()).filter((check) => !check.passed).length;
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-test-report-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const exitCode = await runNode('vitest', 'vitest', ['run', '--passWithNoTests', ...reporters, ...options]);
  const { passed, failed } = await countIn(report, exitCode);
  await rm(folder, { recursive: true });
  process.stdout.write(`${passed} passed, ${failed + failedChecks} failed\n`);
  return exitCode || Math.min(failedChecks, 1);
}

/** No report means that the tests could not even begin, and a failure outside any test counts as one. */
async function countIn(report: string, exitCode: number): Promise<{ passed: number; failed: number }> {
  const text = await readFile(report, 'utf8').catch(() => undefined);
  if (!text) return { passed: 0, failed: 1 };
  const { numPassedTests: passed, numFailedTests, testResults } = JSON.parse(text);
  const unread = testResults.filter(
    (file: TestFile) => file.status === 'failed' && !file.assertionResults.length,
  );
  return { passed, failed: Math.max(numFailedTests + unread.length, exitCode === 0 ? 0 : 1) };
}

interface TestFile {
  status: string;
  assertionResults: unknown[];
}

process.exitCode = await test(process.argv.slice(2));
