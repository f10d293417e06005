import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface UnpackedBrowser {
  executablePath: string;
  /** Where its own libraries and fonts lie, on machines that have neither. */
  env?: Record<string, string>;
}

const modules = join(import.meta.dirname, '../../node_modules');
const cache = join(modules, '.cache/gatehouse');

/** Unpacks the browser of `@sparticuz/chromium` once, into a folder of our own. */
export async function unpackBrowser(): Promise<UnpackedBrowser> {
  const folder = join(cache, `chromium-${await packagedVersion()}`);
  if (!existsSync(folder)) await unpackTo(folder);
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      ...(process.env as Record<string, string>),
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

/** The package unpacks into the temporary folder and trusts whatever lies there, so it gets an empty one. */
async function unpackTo(folder: string) {
  await mkdir(cache, { recursive: true });
  const staging = await mkdtemp(join(cache, 'unpacking-'));
  const unpack = `(await import('@sparticuz/chromium')).default.executablePath()`;
  // It leaves its libraries out unless it believes to run where they are missing.
  const env = { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', unpack], { cwd: modules, env });
  await writeFile(join(staging, 'fonts.conf'), fontSettings(join(folder, 'fonts')));
  await rename(staging, folder).catch(async (error) => {
    await rm(staging, { recursive: true });
    // Another test process was quicker.
    if (!existsSync(folder)) throw error;
  });
}

/** The machine's fonts where it has any, and the package's own. */
const fontSettings = (fonts: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${fonts}</dir>
  <cachedir>${fonts}-cache</cachedir>
</fontconfig>
`;

async function packagedVersion(): Promise<string> {
  const manifest = await readFile(join(modules, '@sparticuz/chromium/package.json'), 'utf8');
  return JSON.parse(manifest).version;
}
