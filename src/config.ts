import { readFileSync } from 'node:fs';
import { configWords } from './config.words.ts';
import { environmentVariables, type VariableName, type VariableValues } from './environment-variables.ts';
import { wordsIn } from './kernel/words.ts';
import { type ProfileOutcome, readProfile } from './platform/settings/profile.ts';
import type { Settings } from './platform/settings/settings.ts';
import { belongTogether, readTextService, type TextService, withoutTexts } from './text-service.ts';

export interface Config {
  mode: 'sandbox' | 'production';
  sandbox: boolean;
  profile: string;
  settings: Settings;
  settingsFile: string | undefined;
  host: string;
  port: number;
  origin: string;
  /** Empty until the server that comes with Gatehouse has started, where it is used. */
  databaseUrl: string;
  databasePoolSize: number;
  /** Empty in the sandbox until the data folder's key is read. */
  rootKeys: ReadonlyMap<number, Uint8Array>;
  smtpUrl: string | undefined;
  /** The mailbox that is read; none in the sandbox. */
  imapUrl: string | undefined;
  /** Where files are scanned for viruses; nowhere unless the operator runs a scanner. */
  clamdUrl: string | undefined;
  mailFrom: string;
  /** None in the sandbox, and where the operator set none up. */
  texts: TextService | undefined;
  textCallbackToken: string | undefined;
  trustedProxies: string[];
  metricsToken: string | undefined;
  logLevel: string;
}

export type ConfigOutcome = { outcome: 'read'; config: Config } | { outcome: 'refused'; problems: string[] };

/** What the command line says; it wins over the environment. */
export interface ConfigOptions {
  mode: Config['mode'];
  profile?: string | undefined;
  port?: string | undefined;
}

type Environment = Record<string, string | undefined>;

const words = wordsIn(configWords, 'en');
const neededInProduction: VariableName[] = [
  'DATABASE_URL',
  'GATEHOUSE_ROOT_KEYS',
  'GATEHOUSE_ORIGIN',
  'SMTP_URL',
  'MAIL_FROM',
];

/** Reads everything an operator can set, and tells every problem at once. */
export async function readConfig(
  options: ConfigOptions,
  environment: Environment = process.env,
): Promise<ConfigOutcome> {
  const { values, problems } = readVariables(withOptions(environment, options));
  if (options.mode === 'production') problems.push(...missing(neededInProduction, environment));
  const profile = values.GATEHOUSE_PROFILE ?? 'recommended';
  const settings = await readProfile(profile, values.GATEHOUSE_SETTINGS);
  if (settings.outcome === 'refused') problems.push(...settings.problems);
  problems.push(...textProblems(options.mode, environment, values, settings));
  if (settings.outcome === 'refused' || problems.length > 0) return { outcome: 'refused', problems };
  return { outcome: 'read', config: compose(options.mode, profile, settings.settings, values) };
}

const withOptions = (environment: Environment, { profile, port }: ConfigOptions): Environment => ({
  ...environment,
  ...(profile === undefined ? {} : { GATEHOUSE_PROFILE: profile, GATEHOUSE_PROFILE_FILE: undefined }),
  ...(port === undefined ? {} : { GATEHOUSE_PORT: port, GATEHOUSE_PORT_FILE: undefined }),
});

/** The sandbox stays on this machine and sends nothing, whatever the environment holds. */
function compose(mode: Config['mode'], profile: string, settings: Settings, values: VariableValues): Config {
  const sandbox = mode === 'sandbox';
  const port = values.GATEHOUSE_PORT ?? 3000;
  const texts = sandbox ? undefined : readTextService(values);
  return {
    mode,
    sandbox,
    profile,
    settings: sandbox || texts ? settings : withoutTexts(settings),
    settingsFile: values.GATEHOUSE_SETTINGS,
    host: sandbox ? '127.0.0.1' : (values.GATEHOUSE_HOST ?? '127.0.0.1'),
    port,
    origin: sandbox ? `http://localhost:${port}` : (values.GATEHOUSE_ORIGIN ?? ''),
    databaseUrl: values.DATABASE_URL ?? '',
    databasePoolSize: values.DATABASE_POOL_SIZE ?? 10,
    rootKeys: sandbox ? new Map() : (values.GATEHOUSE_ROOT_KEYS ?? new Map()),
    smtpUrl: sandbox ? undefined : values.SMTP_URL,
    imapUrl: sandbox ? undefined : values.IMAP_URL,
    clamdUrl: sandbox ? undefined : values.CLAMD_URL,
    mailFrom: sandbox ? 'noreply@gatehouse.example' : (values.MAIL_FROM ?? ''),
    texts,
    textCallbackToken: values.SMS_CALLBACK_TOKEN,
    trustedProxies: sandbox ? [] : (values.TRUSTED_PROXIES ?? []),
    metricsToken: values.METRICS_TOKEN,
    logLevel: values.LOG_LEVEL ?? (sandbox ? 'warn' : 'info'),
  };
}

function readVariables(environment: Environment): { values: VariableValues; problems: string[] } {
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const name of Object.keys(environmentVariables) as VariableName[]) {
    const { text, problem } = textOf(name, environment);
    if (problem) problems.push(problem);
    if (text === undefined) continue;
    const read = readOne(name, text);
    if (read.problem) problems.push(read.problem);
    else values[name] = read.value;
  }
  return { values, problems };
}

function readOne(name: VariableName, text: string): { value?: unknown; problem?: string } {
  try {
    const value = environmentVariables[name](text);
    return value === undefined ? { problem: words.wrong(name, words.meanings[name]) } : { value };
  } catch (error) {
    return { problem: words.wrongBecause(name, (error as Error).message) };
  }
}

/** From the variable, or from the file that NAME_FILE names, as container platforms hand out secrets. */
function textOf(name: VariableName, environment: Environment): { text?: string; problem?: string } {
  const [text, file] = [environment[name], environment[`${name}_FILE`]];
  if (text && file) return { problem: words.both(name) };
  if (!file) return text ? { text } : {};
  try {
    return { text: readFileSync(file, 'utf8').trim() };
  } catch {
    return { problem: words.unreadable(name, file) };
  }
}

function textProblems(
  mode: Config['mode'],
  environment: Environment,
  values: VariableValues,
  profile: ProfileOutcome,
): string[] {
  const isSet = (name: VariableName) => Boolean(environment[name] || environment[`${name}_FILE`]);
  const halves = belongTogether.filter(([one, other]) => isSet(one) !== isSet(other));
  const onlyTexts =
    mode === 'production' &&
    profile.outcome === 'read' &&
    profile.settings.secondFactor.methods.every((method) => method === 'text') &&
    !readTextService(values);
  return [
    ...halves.map(([one, other]) => words.together(one, other)),
    ...(isSet('NOTIFY_API_KEY') && isSet('SMS_GATEWAY_URL') ? [words.bothTexts] : []),
    ...(onlyTexts ? [words.onlyTexts] : []),
  ];
}

const missing = (names: VariableName[], environment: Environment): string[] =>
  names
    .filter((name) => !environment[name] && !environment[`${name}_FILE`])
    .map((name) => words.missing(name, words.meanings[name]));
