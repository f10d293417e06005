import type { Settings } from '../../platform/settings/settings.ts';
import {
  EmergencyHelp,
  Heading,
  InsetText,
  List,
  type Page,
  Paragraph,
  PhoneLink,
  ServiceNotices,
  type ShownNotice,
  SummaryList,
} from '../../ui/index.ts';
import { askAddress, helpAddress, ticketsAddress } from '../addresses.ts';
import { SearchBox } from '../search-box.tsx';
import type { AnswerTimes } from './answer-times.ts';
import type { ContactWords } from './contact.words.ts';

interface ContactPageProps {
  settings: Settings;
  times: AnswerTimes;
  notices: readonly ShownNotice[];
}

interface Part extends ContactPageProps {
  words: ContactWords;
}

export const contactPage = (props: ContactPageProps, words: ContactWords): Page => ({
  title: words.title,
  body: (
    <>
      <Heading>{words.title}</Heading>
      {props.settings.service.usedByPatients ? <EmergencyHelp /> : null}
      <ServiceNotices notices={props.notices} />
      <Paragraph>{words.intro}</Paragraph>
      <SearchBox label={words.search} button={words.searchButton} />
      <List
        items={[
          <a key="forgotten" href="/forgotten-details">
            {words.forgotten}
          </a>,
          <a key="help" href={helpAddress}>
            {words.browse}
          </a>,
        ]}
      />
      <Ask {...props} words={words} />
      <Channels {...props} words={words} />
      <HowLong {...props} words={words} />
      <WhatToSay {...props} words={words} />
    </>
  ),
});

const Ask = ({ settings, words }: Part) => (
  <>
    <Heading level={2}>{words.ask}</Heading>
    <Paragraph>{words.askHint}</Paragraph>
    <List
      items={settings.tickets.subjects.map(({ key, name, hint }) => (
        <>
          <a href={askAddress(key)}>{name}</a>
          {hint ? `. ${hint}` : null}
        </>
      ))}
    />
    <Paragraph>
      <a href={ticketsAddress}>{words.yourQuestions}</a>
    </Paragraph>
  </>
);

const Channels = ({ settings: { service, support }, times, words }: Part) => (
  <>
    <Heading level={2}>{words.call}</Heading>
    <Paragraph>{times.isOpen ? words.openNow : words.closedNow(times.opensAt, service.timeZone)}</Paragraph>
    <SummaryList
      rows={[
        { key: words.phone, value: <PhoneLink phone={support.phone} /> },
        ...(support.relayUk ? [{ key: words.relay, value: words.relayHow(support.phone) }] : []),
        { key: words.email, value: <a href={`mailto:${support.email}`}>{support.email}</a> },
        { key: words.hours, value: words.hoursAre(support.hours.days, support.hours.times) },
        ...(support.urgentPhone
          ? [{ key: words.urgent, value: <PhoneLink phone={support.urgentPhone} /> }]
          : []),
      ]}
    />
  </>
);

const HowLong = ({ times, words }: Part) => (
  <>
    <Heading level={2}>{words.howLong}</Heading>
    <Paragraph>{words.answerWithin(times.usually, times.isRoundTheClock)}</Paragraph>
    <Paragraph>{words.urgentWithin(times.urgent, times.isRoundTheClock)}</Paragraph>
  </>
);

const WhatToSay = ({ settings, words }: Part) => (
  <>
    <Heading level={2}>{words.whatToSay.heading}</Heading>
    <Paragraph>{words.whatToSay.intro}</Paragraph>
    <List items={words.whatToSay.list(settings.organisations.registration)} />
    <InsetText>
      <Paragraph>{words.neverPassword}</Paragraph>
    </InsetText>
  </>
);
