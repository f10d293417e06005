import type { EventsWords } from './events.words.ts';

export const sayAction = (action: string, events: EventsWords): string =>
  events.actions[action] ?? events.otherAction(action);

interface Doer {
  actorKind: string;
  actorName: string | null;
}

export function sayWho({ actorKind, actorName }: Doer, { actors }: EventsWords): string {
  if (actorKind === 'system') return actors.system;
  if (actorKind === 'anyone') return actors.anyone;
  if (!actorName) return actors.gone;
  return actorKind === 'staff' ? actors.staff(actorName) : actors.person(actorName);
}

export const sayMessage = (kind: string, events: EventsWords): string =>
  events.messages[kind] ?? events.otherMessage(kind);

export const sayStatus = (status: string, events: EventsWords): string =>
  events.statuses[status] ?? events.otherMessage(status);

interface Sent {
  channel: string;
  deliveryStatus: string | null;
}

/** What the other side says became of a message, which nobody says of every one. */
export function sayDelivery({ channel, deliveryStatus }: Sent, events: EventsWords): string | undefined {
  const said = channel === 'sms' ? events.deliveries : events.emailDeliveries;
  return deliveryStatus === null ? undefined : said[deliveryStatus];
}
