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
  IMAP_URL: readMailboxAddress,
  CLAMD_URL: readScannerAddress,
  MAIL_FROM: (text: string) => readEmailAddress(text)?.typed,
  NOTIFY_API_KEY: (text: string) => (new RegExp(`^\\S+-${uuid}-${uuid}$`, 'i').test(text) ? text : undefined),
  NOTIFY_TEMPLATE_ID: (text: string) => (new RegExp(`^${uuid}$`, 'i').test(text) ? text : undefined),
  NOTIFY_URL: readService,
  SMS_GATEWAY_URL: readService,
  SMS_GATEWAY_TOKEN: (text: string) => (/^[\x21-\x7e]+$/.test(text) ? text : undefined),
  SMS_CALLBACK_TOKEN: (text: string) => (text.length >= 20 ? text : undefined),
  TRUSTED_PROXIES: readRanges,
  METRICS_TOKEN: (text: string) => (text.length >= 20 ? text : undefined),
  LOG_LEVEL: (text: string) => logLevels.find((level) => level === text),
} satisfies Record<string, (text: string) => unknown>;

export type VariableName = keyof typeof environmentVariables;
export type VariableValues = {
  [Name in VariableName]?: NonNullable<ReturnType<(typeof environmentVariables)[Name]>>;
};

const loopback = ['localhost', '127.0.0.1', '[::1]'];
const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

function readAddress(text: string, protocols: string[]): string | undefined {
  return protocols.includes(URL.parse(text)?.protocol ?? '') ? text : undefined;
}

/** Elsewhere only by https: it carries a key and people's numbers. */
function readService(text: string): string | undefined {
  const url = URL.parse(text);
  if (!url || url.username || url.search || url.hash) return;
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && loopback.includes(url.hostname));
  return isSafe ? text.replace(/\/$/, '') : undefined;
}

/** One that speaks in the clear at first (`imap:`) is asked to encrypt before it hears the password. */
function readMailboxAddress(text: string): string | undefined {
  const url = URL.parse(text);
  const isMailbox = url?.protocol === 'imaps:' || url?.protocol === 'imap:';
  return isMailbox && url.hostname && url.username && url.password ? text : undefined;
}

function readOrigin(text: string): string | undefined {
  const url = URL.parse(text);
  if (url?.protocol !== 'https:' || url.pathname !== '/' || url.search || url.hash || url.username) return;
  return url.origin;
}

/** `tcp://host:port`, or `unix:/path` of a socket on this machine. */
function readScannerAddress(text: string): string | undefined {
  if (/^unix:\/[^\0]+$/.test(text)) return text;
  const url = URL.parse(text);
  const isPlain = url?.protocol === 'tcp:' && !url.username && !url.search && !url.hash;
  return isPlain && url.hostname && url.port && ['', '/'].includes(url.pathname) ? text : undefined;
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
