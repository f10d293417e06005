import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { forbidden, options } from './dependency-rule-set.ts';

/** Fewer than this and the cruiser has read nothing, as it silently does where it finds no parser. */
const fewestModules = 300;

/** Asks every import whether it goes the right way. Rules are told by name, with the import that broke them. */
export async function brokenRules(folder: string, atLeast = fewestModules): Promise<string[]> {
  const { output } = await cruise(['src'], {
    ...options,
    baseDir: folder,
    ruleSet: { forbidden },
    validate: true,
  });
  const { summary } = output as ICruiseResult;
  if (summary.totalCruised < atLeast) return [`only ${summary.totalCruised} modules were read`];
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}
