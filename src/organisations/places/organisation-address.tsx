import { Fragment } from 'react';
import { InsetText } from '../../ui/index.ts';
import type { Organisation } from './organisation.ts';

/** How registers shout; names as people write them would be guesswork, so only the address lines are joined. */
export const addressLine = (organisation: Organisation): string =>
  [...organisation.addressLines, organisation.postcode?.replace(' ', '\u00a0') ?? '']
    .filter(Boolean)
    .join(', ');

/** Name, address and unique ID, set off so that a person sees at once whether it is theirs. */
export const OrganisationCard = ({
  organisation,
  uniqueId,
}: {
  organisation: Organisation;
  uniqueId: string;
}) => (
  <InsetText>
    <p>
      <strong>{organisation.name}</strong>
      <br />
      {[...organisation.addressLines, organisation.postcode].filter(Boolean).map((line) => (
        <Fragment key={line}>
          {line}
          <br />
        </Fragment>
      ))}
    </p>
    <p>{uniqueId}</p>
  </InsetText>
);
