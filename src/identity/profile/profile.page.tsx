import type { ReactNode } from 'react';
import { canGetTexts, isNoMobile, readPhoneNumber } from '../../kernel/phone-number.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { Heading, List, NotificationBanner, type Page, Paragraph, SummaryList } from '../../ui/index.ts';
import { accountDetailsAddress, profileAddress, securityAddress } from '../addresses.ts';
import type { ProfileFieldName } from './change-profile.ts';
import { languagesOf } from './profile.form.ts';
import type { Profile } from './profile.store.ts';
import type { ProfileWords } from './profile.words.ts';

const fieldNames: readonly ProfileFieldName[] = [
  'name',
  'phone',
  'address',
  'username',
  'language',
  'contact',
];

/** What this portal asks people about themselves. */
export const offeredFields = (settings: Settings): ProfileFieldName[] =>
  fieldNames.filter((field) => {
    if (field === 'address') return settings.accounts.postalAddress;
    if (field === 'username') return settings.accounts.usernames === 'chosen';
    return field !== 'language' || languagesOf(settings).length > 1;
  });

interface Props {
  profile: Profile;
  settings: Settings;
  isDone: boolean;
}

export const profilePage = ({ profile, settings, isDone }: Props, words: ProfileWords): Page => ({
  title: words.title,
  body: (
    <>
      {isDone ? <NotificationBanner success heading={words.done} /> : null}
      <Heading>{words.title}</Heading>
      <Paragraph>{words.intro}</Paragraph>
      <SummaryList
        rows={offeredFields(settings).map((field) => {
          const value = sayValue(field, profile, words);
          const { label, what } = words.fields[field];
          const action = {
            href: `${profileAddress}/${field}`,
            label: value ? words.change : words.add,
            what,
          };
          return { key: label, value: value ?? words.none, actions: [action] };
        })}
      />
      <Paragraph>
        {words.elsewhere} <a href={accountDetailsAddress}>{words.elsewhereLink}</a>.
      </Paragraph>
      <Paragraph>
        {words.codes} <a href={securityAddress('portal')}>{words.codesLink}</a>.
      </Paragraph>
    </>
  ),
});

function sayValue(field: ProfileFieldName, profile: Profile, words: ProfileWords): ReactNode | undefined {
  switch (field) {
    case 'name':
      return profile.fullName;
    case 'phone':
      return profile.phone ? <Lines texts={sayPhone(profile.phone, words)} /> : undefined;
    case 'username':
      return profile.username ?? undefined;
    case 'language':
      return profile.language ? words.language.names[profile.language] : undefined;
    case 'address':
      return profile.postcode ? <Lines texts={[...profile.addressLines, profile.postcode]} /> : undefined;
    case 'contact':
      return profile.contactNeeds.length > 0 ? <List items={sayContactNeeds(profile, words)} /> : undefined;
  }
}

const Lines = ({ texts }: { texts: string[] }) =>
  texts.map((text) => (
    <span key={text} className="gh-line">
      {text}
    </span>
  ));

/** The number as typed, and what it is not good for. */
function sayPhone(typed: string, { phone: words }: ProfileWords): string[] {
  const number = readPhoneNumber(typed);
  if (!number || canGetTexts(number)) return [typed];
  return [typed, isNoMobile(number) ? words.noMobile : words.callsOnly];
}

/** The needs in words, the interpreter's language with them. */
const sayContactNeeds = (
  { contactNeeds, interpreterLanguage }: Pick<Profile, 'contactNeeds' | 'interpreterLanguage'>,
  { contact: words }: ProfileWords,
): string[] =>
  contactNeeds.map((need) =>
    need === 'interpreter' && interpreterLanguage
      ? words.withLanguage(interpreterLanguage)
      : words.needs[need],
  );
