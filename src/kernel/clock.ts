/** The only place that asks the time. Everything else is handed a clock, so tests can stop it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** Milliseconds since any fixed moment, for measuring how long something took; never for what time it is. */
export type Stopwatch = () => number;

export const systemStopwatch: Stopwatch = () => performance.now();
