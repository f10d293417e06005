import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { portalWithMailbox } from '../support/a-mailbox.ts';
import { answeredTicket, goldenFolder, goldenMail } from '../support/golden-mail.ts';
import { goldenEffects } from './golden-effects.ts';
import { seenEffects } from './seen-effects.ts';

test('[L12] every mail of the golden set comes to what its line says, and none is lost', async () => {
  const files = (await readdir(goldenFolder)).map((file) => file.replace(/\.eml$/, '')).sort();
  expect(Object.keys(goldenEffects).sort()).toEqual(files);
  expect(files.length).toBeGreaterThan(80);
  const the = await portalWithMailbox();
  const first = await answeredTicket(the);
  const before = the.imap.mails.length;
  await the.arrives(...(await Promise.all(files.map((file) => goldenMail(file, first)))));
  const seen = await seenEffects(the.needs.database, first, before);
  expect(Object.fromEntries(files.map((file, at) => [file, seen[at]]))).toEqual(goldenEffects);
});
