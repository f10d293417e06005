import type { ResetRequest } from '../../../identity/index.ts';
import { Code, Heading, InsetText, List, type Page, SummaryList, TypedLines } from '../../../ui/index.ts';
import { personAddress, tasksAddress } from '../addresses.ts';
import type { AllPersonWords } from '../people/person-props.ts';
import { Frozen, type SecurityProps, WayTable } from '../people/person-security.tsx';
import { MessageTable } from '../people/person-tables.tsx';
import type { FactorResetsWords } from './factor-resets.words.ts';

interface FactorResetProps extends Omit<SecurityProps, 'words'> {
  request: ResetRequest;
}

interface Words {
  resets: FactorResetsWords;
  person: AllPersonWords;
}

/** Everything that is known about a request, and what may and may not be done about it. */
export const factorResetPage = (props: FactorResetProps, { resets: words, person }: Words): Page => ({
  title: words.title,
  width: 'full',
  back: { href: tasksAddress, label: words.back },
  body: (
    <>
      <Heading>{words.title}</Heading>
      <RequestFacts {...props} words={words} desk={person.desk} />
      <Frozen {...props} words={person} />
      <Heading level={2}>{words.known}</Heading>
      <List items={words.certain} />
      <Heading level={2}>{words.next}</Heading>
      <List items={words.can} />
      <InsetText>
        <p>{words.cannot}</p>
      </InsetText>
      <WayTable {...props} words={person} />
      <MessageTable {...props} words={person} />
    </>
  ),
});

type FactsProps = FactorResetProps & { words: FactorResetsWords; desk: AllPersonWords['desk'] };

function RequestFacts({ request, timeZone, words, desk }: FactsProps) {
  return (
    <SummaryList
      rows={[
        { key: words.person, value: <a href={personAddress(request.accountId)}>{request.fullName}</a> },
        { key: words.reference, value: <Code>{request.reference}</Code> },
        { key: words.where, value: words.realms[request.realm] },
        { key: words.asked, value: desk.moment(request.askedAt, timeZone) },
        { key: words.state, value: stateOf({ request, timeZone, words, desk }) },
        { key: words.reason, value: words.reasons[request.reason] },
        { key: words.words, value: request.words ? <TypedLines>{request.words}</TypedLines> : words.nothing },
        { key: words.phone, value: request.phone ?? words.nothing },
      ]}
    />
  );
}

function stateOf({
  request,
  timeZone,
  words,
  desk,
}: Pick<FactsProps, 'request' | 'timeZone' | 'words' | 'desk'>) {
  const { state, endedAt } = request;
  return state === 'waiting' || !endedAt
    ? words.states.waiting
    : words.states[state](desk.moment(endedAt, timeZone));
}
