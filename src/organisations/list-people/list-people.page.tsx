import {
  ButtonGroup,
  EmptyState,
  Heading,
  LinkButton,
  type Page,
  Pagination,
  Paragraph,
} from '../../ui/index.ts';
import { importPeopleAddress, newUserAddress, organisationAddress, usersAddress } from '../addresses.ts';
import type { MemberWords } from '../members/member.words.ts';
import { MemberNotice, ReadOnlyNotice } from '../members/member-notice.tsx';
import { DownloadPeople } from './download-form.tsx';
import type { PeopleList } from './list-people.ts';
import type { ListPeopleWords } from './list-people.words.ts';
import { peopleAddress } from './people-address.ts';
import { PeopleFilters } from './people-filters.tsx';
import { isFiltered } from './people-query.ts';
import { PeopleTable } from './people-table.tsx';

export interface PeopleProps {
  list: PeopleList;
  perPage: number;
  timeZone: string;
  /** What was just done, and to whom. */
  done: { what: unknown; name: string } | undefined;
}

export interface AllPeopleWords {
  list: ListPeopleWords;
  member: MemberWords;
}

type PartProps = PeopleProps & { words: AllPeopleWords };

export function listPeoplePage(props: PeopleProps, words: AllPeopleWords): Page {
  const { organisation } = props.list.here;
  return {
    title: words.list.title,
    width: 'full',
    back: { href: organisationAddress(organisation.code), label: words.list.home },
    body: (
      <>
        {props.done ? (
          <MemberNotice done={props.done.what} name={props.done.name} words={words.member} />
        ) : null}
        <Heading caption={words.member.named(organisation.name, organisation.code)}>
          {words.list.title}
        </Heading>
        <ReadOnlyNotice closed={props.list.closed} words={words.member} />
        <Paragraph>{words.list.about}</Paragraph>
        <Add {...props} words={words} />
        <PeopleFilters list={props.list} words={words.list} />
        <Found {...props} words={words} />
      </>
    ),
  };
}

const Add = ({ list, words }: PartProps) =>
  list.mayAdd ? (
    <ButtonGroup>
      <LinkButton href={newUserAddress(list.here.organisation.code)}>{words.list.create}</LinkButton>
      <a href={importPeopleAddress(list.here.organisation.code)}>{words.list.addMany}</a>
    </ButtonGroup>
  ) : null;

function Found(props: PartProps) {
  const { list } = props;
  const { code } = list.here.organisation;
  if (list.total === 0) return <Nobody {...props} />;
  return (
    <>
      {isFiltered(list.query) ? (
        <Paragraph>
          <a href={usersAddress(code)}>{props.words.list.filters.clear}</a>
        </Paragraph>
      ) : null}
      <PeopleTable {...props} />
      <Pagination
        current={list.query.page}
        pages={list.pages}
        hrefOf={(page) => peopleAddress(code, list.query, page)}
      />
      {list.total === 1 && !isFiltered(list.query) ? <Alone {...props} /> : null}
      <DownloadPeople list={list} words={props.words.list} />
    </>
  );
}

const Alone = ({ words }: PartProps) => (
  <EmptyState heading={words.list.none.alone}>
    <p>{words.list.none.aloneText}</p>
  </EmptyState>
);

function Nobody({ list, words }: PartProps) {
  const { none } = words.list;
  const { query } = list;
  if (!isFiltered(query)) return <EmptyState heading={none.nobody} />;
  const wereNever = query.state === 'removed' && list.counts.removed === 0;
  return (
    <EmptyState heading={wereNever ? none.nobodyRemoved : none.heading}>
      <p>{wereNever ? none.nobodyRemovedText : none.text}</p>
      <p>
        <a href={usersAddress(list.here.organisation.code)}>{none.all}</a>
      </p>
    </EmptyState>
  );
}
