import { Heading, List, Paragraph, Table, WarningCallout } from '../../../ui/index.ts';
import { factorResetAddress } from '../addresses.ts';
import type { AllPersonWords, PersonProps } from './person-props.ts';
import type { PersonWay } from './read-security.store.ts';

export type SecurityProps = Pick<PersonProps, 'person' | 'timeZone' | 'now'> & {
  words: Pick<AllPersonWords, 'desk' | 'security'>;
};

/** How a person gets codes, what is frozen, and what they ask staff. */
export function PersonSecurity(props: SecurityProps) {
  const { person, words } = props;
  const waiting = person.requests.filter(({ state }) => state === 'waiting');
  return (
    <>
      <Frozen {...props} />
      {waiting.length > 0 ? (
        <List
          items={waiting.map(({ id, reference }) => (
            <a href={factorResetAddress(id)}>{words.security.waiting(reference)}</a>
          ))}
        />
      ) : null}
      <WayTable {...props} />
    </>
  );
}

export const Frozen = ({ person: { security }, timeZone, words }: SecurityProps) =>
  security.frozenAt ? (
    <WarningCallout heading={words.security.frozen.title}>
      <p>{words.security.frozen.what(words.desk.moment(security.frozenAt, timeZone))}</p>
    </WarningCallout>
  ) : null;

export function WayTable(props: SecurityProps) {
  const { person, timeZone, words } = props;
  const { security: labels } = words;
  const { ways, recoveredAt } = person.security;
  const moment = (at: string) => words.desk.moment(new Date(at), timeZone);
  return (
    <>
      {ways.length === 0 ? (
        <>
          <Heading level={2} size="s">
            {labels.caption}
          </Heading>
          <Paragraph>{labels.none}</Paragraph>
        </>
      ) : (
        <Table
          caption={labels.caption}
          columns={[labels.way, labels.state, labels.added, labels.used].map((heading) => ({ heading }))}
          rows={ways.map((way) => [
            sayWay(way, props),
            sayState(way, props),
            moment(way.addedAt),
            way.lastUsedAt ? moment(way.lastUsedAt) : labels.never,
          ])}
        />
      )}
      {recoveredAt ? (
        <Paragraph>{labels.recovered(words.desk.moment(recoveredAt, timeZone))}</Paragraph>
      ) : null}
    </>
  );
}

function sayWay({ kind, name, numberEnd, codesLeft, realm }: PersonWay, { words }: SecurityProps): string {
  const { security: labels } = words;
  return [
    name ? labels.named(labels.kinds[kind], name) : labels.kinds[kind],
    ...(numberEnd ? [labels.numberEnd(numberEnd)] : []),
    ...(kind === 'recovery-codes' ? [labels.codesLeft(codesLeft)] : []),
    ...(realm === 'support' ? [labels.ofStaff] : []),
  ].join(' ');
}

function sayState(way: PersonWay, { person, timeZone, now, words }: SecurityProps): string {
  const { security: labels, desk } = words;
  const moment = (at: string) => desk.moment(new Date(at), timeZone);
  if (way.removedAt) {
    const wasTakenBack = new Date(way.removedAt).getTime() === person.security.frozenAt?.getTime();
    return wasTakenBack ? labels.takenBack(moment(way.removedAt)) : labels.removed(moment(way.removedAt));
  }
  return new Date(way.trustedFrom) > now ? labels.notTrusted(moment(way.trustedFrom)) : labels.inUse;
}
