import { expect, test } from 'vitest';
import { profileNames, readProfile } from '../../platform/settings/profile.ts';
import { looksShared } from './shared-mailbox.ts';

const mailboxes = ['reception', 'info', 'practice.manager', 'admin'];

test.each([
  'reception@fern.example',
  'Reception@fern.example',
  'reception1@fern.example',
  'fern.reception@fern.example',
  'info-z90002@fern.example',
  'info+portal@fern.example',
  'practicemanager@fern.example',
  'practice_manager@fern.example',
])('[P13] %s looks like an address that several people read', (email) => {
  expect(looksShared(email, mailboxes)).toBe(true);
});

test.each([
  'amara.osei@fern.example',
  'inform@fern.example',
  'a.administrator@fern.example',
  'amara@info.example',
  'amara+info@fern.example',
  '',
])('[P13] “%s” does not', (email) => {
  expect(looksShared(email, mailboxes)).toBe(false);
});

test('[P13] nothing looks shared where no names are set', () => {
  expect(looksShared('reception@fern.example', [])).toBe(false);
});

test.each(await profileNames())(
  '[P13] under %s what practices call their mailboxes is known',
  async (profile) => {
    const read = await readProfile(profile);
    if (read.outcome !== 'read') throw new Error(`${profile} cannot be read`);
    const { sharedMailboxes } = read.settings.organisations;
    for (const name of [
      'nurses',
      'doctors',
      'gps',
      'repeat.prescriptions',
      'dispensary',
      'practicemanager',
      'medsecs',
    ])
      expect([name, looksShared(`${name}@fern.example`, sharedMailboxes)]).toEqual([name, true]);
  },
);
