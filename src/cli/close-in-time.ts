import { setTimeout as sleep } from 'node:timers/promises';
import { seconds } from '../kernel/duration.ts';
import { wordsIn } from '../kernel/words.ts';
import { cliWords } from './cli.words.ts';
import { say } from './say.ts';

/** Longer than any request may take, shorter than the patience of whoever runs us. */
const longest = seconds(35);

/** Closes the application; one that hangs must not keep the database from being stopped. */
export async function closeInTime(application: { close(): Promise<void> }): Promise<boolean> {
  const late = sleep(longest, false, { ref: false });
  const inTime = await Promise.race([application.close().then(() => true), late]);
  if (!inTime) say(wordsIn(cliWords, 'en').stopTookTooLong);
  return inTime;
}
