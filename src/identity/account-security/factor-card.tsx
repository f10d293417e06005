import type { Realm } from '../../kernel/actor.ts';
import { Card, SummaryList, type SummaryRow, Tag } from '../../ui/index.ts';
import { securityAddress } from '../addresses.ts';
import { endOfNumber, type Factor } from '../second-factors/factor.ts';
import { isTrusted } from '../second-factors/factor-policy.ts';
import type { AccountSecurityWords } from './account-security.words.ts';

interface Props {
  factor: Factor;
  isFirst: boolean;
  isOnly: boolean;
  realm: Realm;
  isFrozen: boolean;
  now: Date;
  timeZone: string;
  words: AccountSecurityWords;
}

/** What its owner calls it, or what it is. */
export const nameOf = ({ name, kind }: Factor, words: Pick<AccountSecurityWords, 'kinds'>): string =>
  name || words.kinds[kind];

/** One way to prove oneself: what it is, when it was used, and what can be done with it. */
export const FactorCard = (props: Props) => (
  <Card heading={nameOf(props.factor, props.words)}>
    {props.isFirst && !props.isOnly ? (
      <p>
        <Tag colour="green">{props.words.first}</Tag>
      </p>
    ) : null}
    <SummaryList rows={rowsOf(props)} />
    {props.isFrozen ? null : <Actions {...props} />}
  </Card>
);

function rowsOf({ factor, now, timeZone, words }: Props): SummaryRow[] {
  const { rows } = words;
  const day = (at: Date) => words.day(at, timeZone);
  const row = (key: string, value: string | null | undefined | false): SummaryRow[] =>
    value ? [{ key, value }] : [];
  const backedUp = factor.isBackedUp ? rows.isBackedUp.yes : rows.isBackedUp.no;
  return [
    ...row(rows.kind, nameOf(factor, words) !== words.kinds[factor.kind] && words.kinds[factor.kind]),
    ...row(rows.number, factor.phoneDialled && rows.numberEnds(endOfNumber(factor))),
    ...row(rows.left, factor.kind === 'recovery-codes' && rows.leftOf(factor.codesLeft)),
    ...row(rows.backedUp, factor.isBackedUp !== null && backedUp),
    ...row(rows.added, day(factor.addedAt)),
    ...row(rows.lastUsed, factor.lastUsedAt ? words.moment(factor.lastUsedAt, timeZone) : rows.never),
    ...row(rows.trusted, !isTrusted(factor, now) && rows.trustedFrom(factor.trustedFrom, timeZone)),
  ];
}

function Actions({ factor, isFirst, realm, words }: Props) {
  const at = `${securityAddress(realm)}/${factor.id}`;
  const { actions } = words;
  const add = `${securityAddress(realm)}/add`;
  const shown = {
    rename: factor.kind === 'authenticator' || factor.kind === 'passkey',
    changeNumber: factor.kind === 'text',
    newCodes: factor.kind === 'recovery-codes',
    prefer: !isFirst && !factor.isPreferred && factor.kind !== 'recovery-codes',
  };
  const links: [boolean, string, string][] = [
    [shown.rename, `${at}/rename`, actions.rename],
    [shown.changeNumber, `${add}/text?replaces=${factor.id}`, actions.changeNumber],
    [shown.newCodes, `${add}?way=recovery-codes`, actions.newCodes],
    [shown.prefer, `${at}/prefer`, actions.prefer],
    [true, `${at}/remove`, actions.remove],
  ];
  const what = nameOf(factor, words);
  return (
    <ul className="gh-actions">
      {links
        .filter(([isShown]) => isShown)
        .map(([, href, label]) => (
          <li key={href}>
            <a href={href}>
              {label}
              <span className="nhsuk-u-visually-hidden"> {what}</span>
            </a>
          </li>
        ))}
    </ul>
  );
}
