/** Makes every generated file again; with `--verify` only says which are stale. */
import { generateModuleMap } from './generate-module-map.ts';
import { generateRoutesReference } from './generate-routes-reference.ts';
import { generateSchema } from './generate-schema.ts';
import { generateSettingsReference } from './generate-settings-reference.ts';

export async function generate(verify: boolean): Promise<boolean> {
  const results = [
    await generateSchema(verify),
    await generateSettingsReference(verify),
    await generateRoutesReference(verify),
    generateModuleMap(verify),
  ];
  return results.every(Boolean);
}

if (import.meta.main) process.exit((await generate(process.argv.includes('--verify'))) ? 0 : 1);
