import type { Settings } from '../../platform/settings/settings.ts';
import { EmailButton, EmailHeading, EmailList, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import { usersAddress } from '../addresses.ts';
import type { Organisation } from '../places/organisation.ts';
import { type RoleName, roleTitle } from '../roles/roles.ts';
import type { MainContactWords } from './main-contact.words.ts';

interface Facts {
  name: string;
  newName: string;
  practice: Organisation;
  origin: string;
  settings: Pick<Settings, 'organisations' | 'support'>;
}

export const mainContactNowEmail = (
  { name, practice, origin, settings: { support } }: Facts,
  { dear, now, wrong }: MainContactWords,
): EmailMessage => ({
  subject: now.subject(practice.name),
  body: (
    <>
      <EmailHeading>{now.subject(practice.name)}</EmailHeading>
      <EmailParagraph>{dear(name)}</EmailParagraph>
      <EmailParagraph>{now.what}</EmailParagraph>
      <EmailButton href={`${origin}${usersAddress(practice.code)}`}>{now.button}</EmailButton>
      <EmailParagraph>{now.deputies}</EmailParagraph>
      <EmailParagraph>{wrong(support.phone, support.email)}</EmailParagraph>
    </>
  ),
});

export const mainContactBeforeEmail = (
  { name, newName, practice, roles, settings }: Facts & { roles: readonly RoleName[] },
  { dear, before, wrong }: MainContactWords,
): EmailMessage => ({
  subject: before.subject(practice.name),
  body: (
    <>
      <EmailHeading>{before.subject(practice.name)}</EmailHeading>
      <EmailParagraph>{dear(name)}</EmailParagraph>
      <EmailParagraph>{before.what(newName)}</EmailParagraph>
      {roles.length > 0 ? (
        <>
          <EmailParagraph>{before.roles}</EmailParagraph>
          <EmailList items={roles.map((role) => roleTitle(settings.organisations.services, role))} />
        </>
      ) : (
        <EmailParagraph>{before.none}</EmailParagraph>
      )}
      <EmailParagraph>{wrong(settings.support.phone, settings.support.email)}</EmailParagraph>
    </>
  ),
});

export const mainContactChangedEmail = (
  { name, newName, practice, settings: { support } }: Facts,
  { dear, changed, wrong }: MainContactWords,
): EmailMessage => ({
  subject: changed.subject(practice.name),
  body: (
    <>
      <EmailHeading>{changed.subject(practice.name)}</EmailHeading>
      <EmailParagraph>{dear(name)}</EmailParagraph>
      <EmailParagraph>{changed.what(practice.name, newName)}</EmailParagraph>
      <EmailParagraph>{wrong(support.phone, support.email)}</EmailParagraph>
    </>
  ),
});
