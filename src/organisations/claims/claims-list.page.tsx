import { Fragment, type ReactNode } from 'react';
import { wordsIn } from '../../kernel/words.ts';
import { EmptyState, Heading, type Page, Paragraph, Table, useVisit } from '../../ui/index.ts';
import { claimsWords } from './claims.words.ts';
import type { ListedClaim, ListedState } from './listed-claim.ts';

export interface Claims<Claim> {
  state: ListedState;
  claims: readonly Claim[];
  timeZone: string;
}

interface ClaimsListWords extends Record<ListedState, string> {
  title: string;
  showDecided: string;
  showWaiting: string;
  none: Record<ListedState, string>;
  noneText: string;
}

interface ClaimsList<Claim extends ListedClaim> extends Claims<Claim> {
  /** The address of the list. */
  address: string;
  addressOf(id: string): string;
  tag(claim: Claim): ReactNode;
  after?: ReactNode;
  words: ClaimsListWords;
}

export const claimsListPage = <Claim extends ListedClaim>(list: ClaimsList<Claim>): Page => ({
  title: list.words.title,
  width: 'full',
  body: (
    <>
      <Heading caption={list.words[list.state]}>{list.words.title}</Heading>
      {list.claims.length === 0 ? (
        <EmptyState heading={list.words.none[list.state]}>
          <p>{list.words.noneText}</p>
        </EmptyState>
      ) : (
        <ClaimsTable {...list} />
      )}
      <Paragraph>
        {list.state === 'waiting' ? (
          <a href={`${list.address}?state=decided`}>{list.words.showDecided}</a>
        ) : (
          <a href={list.address}>{list.words.showWaiting}</a>
        )}
      </Paragraph>
      {list.after}
    </>
  ),
});

function ClaimsTable<Claim extends ListedClaim>(list: ClaimsList<Claim>) {
  const { columns, sent } = wordsIn(claimsWords, useVisit().language).list;
  return (
    <Table
      caption={list.words[list.state]}
      captionHidden
      columns={[columns.practice, columns.reference, columns.sent, columns.state].map((heading) => ({
        heading,
      }))}
      rows={list.claims.map((claim) => [
        <Fragment key="practice">
          <a href={list.addressOf(claim.id)}>{claim.practice}</a> {claim.code}
        </Fragment>,
        claim.reference,
        sent(claim.createdAt, list.timeZone),
        <Fragment key="state">{list.tag(claim)}</Fragment>,
      ])}
    />
  );
}
