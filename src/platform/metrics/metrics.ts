import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { RequestFields } from '../logging/index.ts';
import { type Measured, measuredGauge } from './measured-gauge.ts';

export interface Metrics {
  /** Counts an answered request under its address pattern, never under an address. */
  answered(request: Pick<RequestFields, 'method' | 'route' | 'status' | 'durationMs'>): void;
  surprised(): void;
  /** Counts one attempt to send a message by how it ended; texts, which cost money, also by themselves. */
  attempted(channel: 'email' | 'sms', outcome: string): void;
  /** Password checks that wait for a free core. */
  readonly hashQueue: { set(length: number): void };
  /** Adds numbers that are looked up whenever the metrics are read. */
  watch(measured: Measured): void;
  /** Everything, in the text format of Prometheus. */
  read(): Promise<{ contentType: string; text: string }>;
}

let processRegistry: Registry | undefined;

/** Memory, processor time and pauses are the process's: measured once, however many applications are in it. */
function ofProcess(): Registry {
  if (processRegistry) return processRegistry;
  processRegistry = new Registry();
  collectDefaultMetrics({ register: processRegistry });
  return processRegistry;
}

/** In a registry of its own, so that two applications in one process do not share numbers. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const registryOfProcess = ofProcess();
  const durations = new Histogram({
    name: 'gatehouse_request_duration_seconds',
    help: 'Time to answer a request, by address pattern.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10],
    registers,
  });
  const surprises = new Counter({
    name: 'gatehouse_surprises_total',
    help: 'Requests that ended in an apology.',
    registers,
  });
  const attempts = new Counter({
    name: 'gatehouse_message_attempts_total',
    help: 'Attempts to send a message, by how they ended.',
    labelNames: ['outcome'],
    registers,
  });
  const texts = new Counter({
    name: 'gatehouse_text_attempts_total',
    help: 'Attempts to hand over a text message, by how they ended.',
    labelNames: ['outcome'],
    registers,
  });
  const hashQueue = new Gauge({
    name: 'gatehouse_hash_queue',
    help: 'Password checks waiting for a core.',
    registers,
  });
  return {
    answered: ({ method, route, status, durationMs }) =>
      durations.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, durationMs / 1000),
    surprised: () => surprises.inc(),
    attempted: (channel, outcome) => {
      attempts.inc({ outcome });
      if (channel === 'sms') texts.inc({ outcome });
    },
    hashQueue,
    watch: (measured) => measuredGauge(registry, measured),
    read: async () => {
      const all = Registry.merge([registry, registryOfProcess]);
      return { contentType: all.contentType, text: await all.metrics() };
    },
  };
}
