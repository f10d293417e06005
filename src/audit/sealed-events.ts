import { type EventText, hashOfEvent } from './event-hash.ts';

/** What a seal keeps of each event, so that the very one that was touched can be named. */
export interface SealedEvent {
  position: number;
  /** A UUIDv7, so it also tells when. */
  id: string;
  hash: Buffer;
}

const size = 8 + 16 + 32;

export const sealedEvent = (event: EventText): SealedEvent => ({
  position: Number(event.position),
  id: event.id ?? '',
  hash: hashOfEvent(event),
});

/** 56 bytes an event: position, id, hash. */
export const packEvents = (events: readonly SealedEvent[]): Buffer =>
  Buffer.concat(
    events.flatMap(({ position, id, hash }) => {
      const place = Buffer.alloc(8);
      place.writeBigInt64BE(BigInt(position));
      return [place, Buffer.from(id.replaceAll('-', ''), 'hex'), hash];
    }),
  );

export const unpackEvents = (packed: Buffer): SealedEvent[] =>
  Array.from({ length: packed.length / size }, (_, at) => {
    const part = packed.subarray(at * size, (at + 1) * size);
    return {
      position: Number(part.readBigInt64BE(0)),
      id: idOf(part.subarray(8, 24).toString('hex')),
      hash: part.subarray(24),
    };
  });

/** Whether these bytes are as many events as a statement says, up to the position that it says. */
export const isPackOf = (packed: Buffer, { events, last }: { events: number; last: number }): boolean =>
  packed.length === events * size && Number(packed.readBigInt64BE(packed.length - size)) === last;

const idOf = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
