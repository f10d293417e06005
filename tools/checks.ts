import { brokenRules } from './dependency-rules.ts';
import { generate } from './generate.ts';
import { runNode, runScript } from './run-node.ts';
import { brokenSafetyClaims } from './safety-claims.ts';

export interface CheckResult {
  name: string;
  passed: boolean;
}

/** Everything that is asked of the code without running it; each line is one question. */
const checks: Record<string, () => Promise<number>> = {
  'format and lint': () => runNode('@biomejs/biome', 'biome', ['check', '--error-on-warnings']),
  types: () => runNode('typescript', 'tsc', ['-p', '.']),
  'types of browser code': () => runNode('typescript', 'tsc', ['-p', 'browser']),
  'imports go one way': importsGoOneWay,
  'safety documents hold': safetyDocumentsHold,
  'nothing unused': () => runNode('knip', 'knip', []),
  'generated files are fresh': generatedFilesAreFresh,
};

async function importsGoOneWay(): Promise<number> {
  const broken = await brokenRules(process.cwd());
  for (const line of broken) process.stderr.write(`${line}\n`);
  return broken.length;
}

async function safetyDocumentsHold(): Promise<number> {
  const broken = brokenSafetyClaims();
  for (const line of broken) process.stderr.write(`${line}\n`);
  return broken.length;
}

/** The registry of routes is read from the build, which is made first. */
async function generatedFilesAreFresh(): Promise<number> {
  if ((await runScript('launch/build-now.mjs')) !== 0) return 1;
  return (await generate(true)) ? 0 : 1;
}

/** Two at a time, as most keep one core busy. Asks all of them even when one fails, so that one run tells everything. */
export async function runChecks(): Promise<CheckResult[]> {
  const waiting = Object.entries(checks);
  const results: CheckResult[] = [];
  const askWaiting = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, ask] = next;
      const passed = (await ask()) === 0;
      process.stdout.write(`${passed ? '✓' : '✗'} ${name}\n`);
      results.push({ name, passed });
    }
  };
  await Promise.all([askWaiting(), askWaiting()]);
  return results;
}
