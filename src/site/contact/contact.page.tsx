import { Heading, InsetText, List, type Page, SummaryList, WarningCallout } from '../../ui/index.ts';
import { WithGaps } from '../prose.tsx';
import type { SiteFacts } from '../site-facts.ts';
import type { ContactWords } from './contact.words.ts';

interface ContactPageProps extends SiteFacts {
  urgentPhone?: string | undefined;
}

export const contactPage = (props: ContactPageProps, words: ContactWords): Page => ({
  title: words.title,
  body: (
    <>
      <Heading>{words.title}</Heading>
      {props.usedByPatients ? (
        <WarningCallout>
          <p>{words.medicalHelp}</p>
        </WarningCallout>
      ) : null}
      <p>{words.intro}</p>
      <List
        items={[
          <a key="forgotten" href="/forgotten-details">
            {words.forgotten}
          </a>,
        ]}
      />
      <Channels {...props} words={words} />
      <Heading level={2}>{words.whatToSay.heading}</Heading>
      <p>{words.whatToSay.intro}</p>
      <List items={words.whatToSay.list(props.hasOrganisations)} />
      <InsetText>
        <p>{words.neverPassword}</p>
      </InsetText>
    </>
  ),
});

const Channels = ({ support, urgentPhone, operator, words }: ContactPageProps & { words: ContactWords }) => (
  <>
    <Heading level={2}>
      <WithGaps text={operator} />
    </Heading>
    <SummaryList
      rows={[
        { key: words.phone, value: support.phone },
        { key: words.email, value: <a href={`mailto:${support.email}`}>{support.email}</a> },
        { key: words.hours, value: words.hoursAre(support.hours.days, support.hours.times) },
        ...(urgentPhone ? [{ key: words.urgent, value: urgentPhone }] : []),
      ]}
    />
  </>
);
