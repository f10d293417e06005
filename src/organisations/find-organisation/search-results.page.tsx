import { filledForm, Heading, type Page, Paragraph, Table, Tag } from '../../ui/index.ts';
import { registerAddress, stepAddress } from '../addresses.ts';
import type { Organisation } from '../places/organisation.ts';
import { addressLine } from '../places/organisation-address.tsx';
import { FindForm } from './find-organisation.page.tsx';
import type { FindOrganisationWords } from './find-organisation.words.ts';

type Words = FindOrganisationWords;

interface SearchResults {
  typed: string;
  found: readonly Organisation[];
  areMore: boolean;
}

export const searchResultsPage = ({ typed, found, areMore }: SearchResults, words: Words): Page => ({
  title: words.results.title(typed),
  back: { href: registerAddress },
  width: 'full',
  body: (
    <>
      <Heading>{words.results.title(typed)}</Heading>
      <Paragraph>
        {areMore ? words.results.tooMany(found.length) : words.results.count(found.length)}
      </Paragraph>
      <Table
        caption={words.results.title(typed)}
        captionHidden
        columns={[
          words.results.columns.name,
          words.results.columns.address,
          words.results.columns.code,
          words.results.columns.status,
        ].map((heading) => ({ heading }))}
        rows={found.map((organisation) => resultRow(organisation, words))}
      />
      <Heading level={2}>{words.results.again}</Heading>
      <FindForm form={filledForm({ find: typed })} words={words} />
    </>
  ),
});

const resultRow = (organisation: Organisation, words: Words) => [
  <a key="name" href={stepAddress(organisation.code)}>
    {organisation.name}
  </a>,
  addressLine(organisation),
  organisation.code,
  <Status key="status" organisation={organisation} words={words} />,
];

const Status = ({ organisation, words }: { organisation: Organisation; words: Words }) => (
  <>
    <Tag colour={organisation.status === 'active' ? 'green' : 'grey'}>
      {words.results.statuses[organisation.status]}
    </Tag>{' '}
    {organisation.kind === 'branch' ? <Tag colour="blue">{words.results.branch}</Tag> : null}
  </>
);
