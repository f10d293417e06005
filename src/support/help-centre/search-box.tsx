import { Button, Form, TextInput } from '../../ui/index.ts';
import { helpSearchAddress } from '../addresses.ts';

/** The way to the search, on every page of the help centre. */
export const SearchBox = ({ label, button, value }: { label: string; button: string; value?: string }) => (
  <Form action={helpSearchAddress} method="get" className="gh-search">
    <TextInput name="q" type="search" label={label} value={value} autoComplete="off" />
    <Button>{button}</Button>
  </Form>
);
