/** Writes docs/modules.md from the first lines of each module's index; `--verify` only compares. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { publish } from './publish.ts';

const file = 'docs/modules.md';

export function generateModuleMap(verify: boolean): boolean {
  const folders = [...foldersIn('src'), ...foldersIn('src/platform')].filter((folder) =>
    existsSync(`${folder}/index.ts`),
  );
  return publish(file, `${[heading, ...folders.map(section)].join('\n\n')}\n`, verify);
}

const heading = `# Modules

Generated from the first lines of each module's \`index.ts\` by \`tools/generate-module-map.ts\`; never edited.
A module is entered through its index only.`;

const foldersIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${folder}/${entry.name}`)
    .sort();

function section(folder: string): string {
  const lines = readFileSync(`${folder}/index.ts`, 'utf8').split('\n');
  const end = lines.findIndex((line) => !line.startsWith('//'));
  const words = lines.slice(0, end).map((line) => line.replace(/^\/\/ ?/, ''));
  return `## \`${folder}\`\n\n${words.join('\n')}`;
}

if (import.meta.main) process.exit(generateModuleMap(process.argv.includes('--verify')) ? 0 : 1);
