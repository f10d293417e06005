/** The only place that asks the time. Everything else is handed a clock, so tests can stop it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
