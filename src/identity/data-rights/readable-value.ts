import type { Services } from '../../platform/settings/services-setting.ts';
import { roleTitle } from '../role-title.ts';
import type { ReadableCopyWords } from './readable-copy.words.ts';

export type Row = Record<string, unknown>;
type Values = Record<string, string> | undefined;

/** What it takes to say the values of a copy to its owner. */
export interface Reading {
  words: ReadableCopyWords;
  timeZone: string;
  /** Names of organisations by their id. */
  organisations: ReadonlyMap<string, string>;
  services: Services;
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** One value of a copy as people read it: several lines where it holds several things, none where it holds nothing. */
export function readableValue(row: Row, section: string, field: string, reading: Reading): string[] {
  const { words, organisations } = reading;
  const value = row[field];
  switch (`${section}.${field}`) {
    case 'activity.action':
      return [words.events.actions[String(value)] ?? words.events.otherAction];
    case 'access.role':
      return [roleTitle(reading.services, words.values['access.staffRole'] ?? {}, heldIn(row))];
    case 'access.service':
      return say(reading.services[String(value)]?.name ?? value, words.values['access.service'], reading);
    case 'activity.by':
      return [whoDid(String(value), words)];
    case 'activity.organisationId':
      return say(organisations.get(String(value)), undefined, reading);
    case 'activity.detail':
      return sayDetail(value, words.values[String(row.action)], reading);
    default:
      return say(value, words.values[`${section}.${field}`], reading);
  }
}

const heldIn = ({ service, role }: Row) => ({ service: String(service), role: String(role) });

function say(value: unknown, values: Values, reading: Reading): string[] {
  const { words, timeZone } = reading;
  if (value === null || value === undefined || value === '') return [];
  if (typeof value === 'boolean') return [value ? words.yes : words.no];
  if (Array.isArray(value)) return value.flatMap((one) => say(one, values, reading));
  const text = String(value);
  return [instant.test(text) ? words.moment(new Date(text), timeZone) : (values?.[text] ?? text)];
}

function sayDetail(detail: unknown, values: Values, reading: Reading): string[] {
  const { details, pair } = reading.words;
  return Object.entries(detail ?? {}).flatMap(([name, value]) => {
    const said = say(value, values, reading).join(', ');
    const title = details[name];
    return title && said ? [pair(title, said)] : say(said, undefined, reading);
  });
}

function whoDid(by: string, { events: { who } }: ReadableCopyWords): string {
  switch (by) {
    case 'you':
    case 'person':
    case 'anyone':
    case 'system':
      return who[by];
    default:
      return who.staff('');
  }
}
