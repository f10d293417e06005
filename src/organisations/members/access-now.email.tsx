import { type Language, wordsIn } from '../../kernel/words.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { EmailHeading, EmailList, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import type { Organisation } from '../places/organisation.ts';
import { roleTitle } from '../roles/roles.ts';
import { accessNowWords } from './access-now.words.ts';
import type { Member } from './member.ts';

/** What happened to somebody's access, after which they have it. */
export type AccessNow = 'accepted' | 'changed' | 'restored' | 'returned' | 'begun';

interface AccessNowProps {
  what: AccessNow;
  name: string;
  practice: Organisation;
  branch: Organisation | undefined;
  member: Member;
  today: string;
  settings: Pick<Settings, 'organisations' | 'support'>;
}

export function accessNowEmail(props: AccessNowProps, language: Language): EmailMessage {
  const { what, name, practice, branch, member, today, settings } = props;
  const words = wordsIn(accessNowWords, language);
  const { services } = settings.organisations;
  const isToCome = member.startsOn !== undefined && member.startsOn > today;
  return {
    subject: words.subject[what](practice.name),
    body: (
      <>
        <EmailHeading>{words.subject[what](practice.name)}</EmailHeading>
        <EmailParagraph>{words.dear(name)}</EmailParagraph>
        <EmailParagraph>{words.what[what](practice.name)}</EmailParagraph>
        <EmailParagraph>{words.roles}</EmailParagraph>
        <EmailList items={member.roles.map((role) => roleTitle(services, role))} />
        {branch ? <EmailParagraph>{words.branch(branch.name)}</EmailParagraph> : null}
        {member.state === 'on-leave' ? <EmailParagraph>{words.paused}</EmailParagraph> : null}
        {isToCome ? <EmailParagraph>{words.starts(member.startsOn ?? '')}</EmailParagraph> : null}
        {member.endsOn ? <EmailParagraph>{words.ends(member.endsOn)}</EmailParagraph> : null}
        <EmailParagraph>{words.questions(practice.name)}</EmailParagraph>
        <EmailParagraph>{words.support(settings.support.phone, settings.support.email)}</EmailParagraph>
      </>
    ),
  };
}
