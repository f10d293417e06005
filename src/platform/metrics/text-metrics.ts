import { type Measured, oneValue } from './measured-gauge.ts';

interface TextMetricsNeeds {
  /** Texts handed over in the last 24 hours. */
  lastDay: () => Promise<number>;
  /** From how many the alarm is raised. */
  alarmPerDay: number;
}

/** Texts cost money, and strangers can make a portal send them. */
export const textMetrics = ({ lastDay, alarmPerDay }: TextMetricsNeeds): Measured[] => [
  {
    name: 'gatehouse_texts_last_day',
    help: 'Text messages handed over in the last 24 hours.',
    measure: async () => oneValue(await lastDay()),
  },
  {
    name: 'gatehouse_texts_alarm_per_day',
    help: 'From how many text messages a day the alarm is raised (texts.alarmPerDay).',
    measure: () => oneValue(alarmPerDay),
  },
  {
    name: 'gatehouse_texts_over_alarm',
    help: '1 while as many text messages or more went in the last 24 hours, else 0.',
    measure: async () => oneValue((await lastDay()) >= alarmPerDay ? 1 : 0),
  },
];
