import { runChecks } from './checks.ts';

process.exitCode = (await runChecks()).every((check) => check.passed) ? 0 : 1;
