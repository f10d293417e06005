import { Gauge, type Registry } from 'prom-client';

/** Values by label, or one under the empty label. */
export type Measurements = ReadonlyMap<string, number>;

export interface Measured {
  name: string;
  help: string;
  /** What the label of each value says, like `status`; none where there is one value. */
  label?: string;
  measure(): Promise<Measurements> | Measurements;
}

/** A part that cannot be measured is left out of the answer; the others are still told. */
export function measuredGauge(registry: Registry, { name, help, label, measure }: Measured): void {
  new Gauge({
    name,
    help,
    labelNames: label ? [label] : [],
    registers: [registry],
    async collect() {
      this.reset();
      const values = await Promise.resolve(measure()).catch(() => undefined);
      if (!values && !label) this.remove();
      for (const [key, value] of values ?? []) this.set(label ? { [label]: key } : {}, value);
    },
  });
}

export const oneValue = (value: number): Measurements => new Map([['', value]]);
