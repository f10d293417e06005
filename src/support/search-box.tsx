import { wordsIn } from '../kernel/words.ts';
import { Button, Form, TextInput, useVisit } from '../ui/index.ts';
import { helpSearchAddress, suggestionsAddress } from './addresses.ts';
import { searchBoxWords } from './search-box.words.ts';

interface SearchBoxProps {
  label: string;
  button: string;
  value?: string | undefined;
}

/** The way to the search, on every page of the help centre; where the browser can, it suggests articles meanwhile. */
export function SearchBox({ label, button, value }: SearchBoxProps) {
  const { assets, language } = useVisit();
  const words = wordsIn(searchBoxWords, language);
  const data = {
    'data-suggestions': suggestionsAddress,
    'data-script': assets('suggestions.js'),
    'data-label': words.suggestions,
    'data-one-found': words.oneFound,
    'data-found': words.found,
    'data-nothing-found': words.nothingFound,
  };
  return (
    <search className="gh-search" {...data}>
      <Form action={helpSearchAddress} method="get">
        <TextInput name="q" type="search" label={label} value={value} autoComplete="off" />
        <Button>{button}</Button>
      </Form>
    </search>
  );
}
