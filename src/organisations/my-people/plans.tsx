import type { ReactNode } from 'react';
import { List, Table } from '../../ui/index.ts';
import { myPeopleAddress } from '../addresses.ts';
import type { MyPeopleWords } from './my-people.words.ts';

export interface PlansProps<Planned> {
  plans: readonly Planned[];
  tense: 'planned' | 'done';
  words: MyPeopleWords;
}

/** What is done at each of several places, said before and after. */
export const Plans = <Planned,>({
  plans,
  tense,
  words,
  caption,
  row,
}: PlansProps<Planned> & { caption: string; row(planned: Planned): ReactNode[] }) => (
  <Table
    caption={caption}
    captionHidden
    columns={[
      { heading: words.columns.place },
      { heading: tense === 'planned' ? words.columns.plan : words.columns.result },
    ]}
    rows={plans.map(row)}
  />
);

interface AnotherOrBackProps {
  href: string;
  label: string;
  words: MyPeopleWords;
}

export const AnotherOrBack = ({ href, label, words }: AnotherOrBackProps) => (
  <List
    items={[
      <a key="another" href={href}>
        {label}
      </a>,
      <a key="back" href={myPeopleAddress}>
        {words.back}
      </a>,
    ]}
  />
);
