import { Button, Form, Paragraph } from '../../ui/index.ts';
import { usersFileAddress } from '../addresses.ts';
import type { PeopleList } from './list-people.ts';
import type { ListPeopleWords } from './list-people.words.ts';
import { fieldsOfQuery } from './people-address.ts';

/** A form, because the download is put on record, and looking at a page never changes anything. */
export const DownloadPeople = ({ list, words }: { list: PeopleList; words: ListPeopleWords }) => (
  <Form action={usersFileAddress(list.here.organisation.code)}>
    {Object.entries(fieldsOfQuery(list.query)).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <Paragraph small>{words.downloadHint}</Paragraph>
    <Button variant="secondary">{words.download}</Button>
  </Form>
);
