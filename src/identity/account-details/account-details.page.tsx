import type { Settings } from '../../platform/settings/settings.ts';
import { Heading, NotificationBanner, type Page, Paragraph, SummaryList } from '../../ui/index.ts';
import { changeEmailAddress, changePasswordAddress, profileAddress } from '../addresses.ts';
import type { AccountDetails } from './account-details.store.ts';
import type { AccountDetailsWords } from './account-details.words.ts';

interface Props {
  details: AccountDetails;
  settings: Settings;
  isPasswordDone: boolean;
}

type Parts = Props & { words: AccountDetailsWords };

export const accountDetailsPage = (props: Props, words: AccountDetailsWords): Page => ({
  title: words.title,
  body: (
    <>
      {props.isPasswordDone ? <NotificationBanner success heading={words.passwordDone} /> : null}
      <Heading>{words.title}</Heading>
      <Paragraph>{words.intro}</Paragraph>
      <SummaryList rows={rowsOf({ ...props, words })} />
    </>
  ),
});

function rowsOf({ details, settings, words, isPasswordDone }: Parts) {
  const change = (href: string, what: string) => [{ href, label: words.change, what }];
  const { timeZone } = settings.service;
  return [
    {
      key: words.email,
      value: <Email details={details} settings={settings} words={words} isPasswordDone={isPasswordDone} />,
      actions: change(changeEmailAddress, words.whatEmail),
    },
    ...(settings.accounts.usernames === 'chosen'
      ? [
          {
            key: words.username,
            value: details.username ?? words.noUsername,
            actions: change(`${profileAddress}/username`, words.whatUsername),
          },
        ]
      : []),
    {
      key: words.password,
      value: details.passwordSetAt ? words.lastChanged(words.day(details.passwordSetAt, timeZone)) : '',
      actions: change(changePasswordAddress, words.whatPassword),
    },
  ];
}

function Email({ details, settings, words }: Parts) {
  const { timeZone } = settings.service;
  return (
    <>
      <p>{details.email}</p>
      {details.pendingEmail ? (
        <p>
          {words.pending(details.pendingEmail)} <a href={changeEmailAddress}>{words.goOn}</a>
        </p>
      ) : null}
      {details.stoppers.map(({ email, until }) => (
        <p key={email}>{words.stoppable(email, words.moment(until, timeZone))}</p>
      ))}
    </>
  );
}
