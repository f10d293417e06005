import { expect, test } from 'vitest';
import { portal } from '../../tests/support/portal.ts';
import { after, hours, minutes } from '../kernel/duration.ts';
import { inTransaction } from '../platform/database/database.ts';

test('the metrics raise the alarm about the cost while as many texts went in a day as the setting says', async () => {
  const the = await portal({ settings: { texts: { alarmPerDay: 2 } } });
  const send = () =>
    inTransaction(the.needs.database, (tx) =>
      the.needs.sendText(tx, {
        kind: 'log-in-code',
        to: '+447700900123',
        text: '482917 is your security code.',
        expiresAt: after(the.clock.now(), minutes(10)),
      }),
    );
  const metrics = async () => {
    await the.runDue();
    return (await the.server.inject({ url: '/metrics', headers: { host: '127.0.0.1' } })).body;
  };
  await send();
  const calm = await metrics();
  expect(calm).toMatch(/^gatehouse_texts_last_day 1$/m);
  expect(calm).toMatch(/^gatehouse_texts_alarm_per_day 2$/m);
  expect(calm).toMatch(/^gatehouse_texts_over_alarm 0$/m);
  the.clock.advance(hours(12));
  await send();
  const alarmed = await metrics();
  expect(alarmed).toMatch(/^gatehouse_texts_over_alarm 1$/m);
  expect(alarmed).toMatch(/^gatehouse_text_attempts_total\{outcome="sent"\} 2$/m);
  the.clock.advance(hours(13));
  expect(await metrics()).toMatch(/^gatehouse_texts_over_alarm 0$/m);
});
