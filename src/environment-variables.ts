import ipaddr from 'ipaddr.js';
import { readEmailAddress } from './kernel/email-address.ts';
import { readRootKeys } from './kernel/key-ring.ts';

/** How each environment variable is read; undefined or a thrown error when the text cannot be meant. */
export const environmentVariables = {
  DATABASE_URL: (text: string) => readAddress(text, ['postgres:', 'postgresql:']),
  DATABASE_POOL_SIZE: (text: string) => wholeNumber(text, 2, 200),
  GATEHOUSE_ROOT_KEYS: readRandomKeys,
  GATEHOUSE_ORIGIN: readOrigin,
  GATEHOUSE_PROFILE: (text: string) => text,
  GATEHOUSE_SETTINGS: (text: string) => text,
  GATEHOUSE_HOST: (text: string) => (ipaddr.isValid(text) || text === 'localhost' ? text : undefined),
  GATEHOUSE_PORT: (text: string) => wholeNumber(text, 1, 65_535),
  SMTP_URL: (text: string) => readAddress(text, ['smtp:', 'smtps:']),
  MAIL_FROM: (text: string) => readEmailAddress(text)?.typed,
  TRUSTED_PROXIES: readRanges,
  METRICS_TOKEN: (text: string) => (text.length >= 20 ? text : undefined),
  LOG_LEVEL: (text: string) => logLevels.find((level) => level === text),
} satisfies Record<string, (text: string) => unknown>;

export type VariableName = keyof typeof environmentVariables;
export type VariableValues = {
  [Name in VariableName]?: NonNullable<ReturnType<(typeof environmentVariables)[Name]>>;
};

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

function readAddress(text: string, protocols: string[]): string | undefined {
  return protocols.includes(URL.parse(text)?.protocol ?? '') ? text : undefined;
}

function readOrigin(text: string): string | undefined {
  const url = URL.parse(text);
  if (url?.protocol !== 'https:' || url.pathname !== '/' || url.search || url.hash || url.username) return;
  return url.origin;
}

function wholeNumber(text: string, least: number, most: number): number | undefined {
  const number = Number(text);
  return Number.isInteger(number) && number >= least && number <= most ? number : undefined;
}

/** A key somebody typed or copied from an example repeats itself; a random one of 32 bytes hardly does. */
function readRandomKeys(text: string): ReadonlyMap<number, Uint8Array> | undefined {
  const keys = readRootKeys(text);
  return [...keys.values()].every((key) => new Set(key).size > 16) ? keys : undefined;
}

function readRanges(text: string): string[] | undefined {
  const ranges = text.split(',').map((range) => range.trim());
  return ranges.every((range) => ipaddr.isValid(range) || ipaddr.isValidCIDR(range)) ? ranges : undefined;
}
