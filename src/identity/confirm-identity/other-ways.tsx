import { Heading, List } from '../../ui/index.ts';
import { confirmAddress } from '../addresses.ts';
import { endOfNumber, type Factor } from '../second-factors/factor.ts';
import type { PartProps } from './confirm-identity.page.tsx';
import type { ConfirmIdentityWords } from './confirm-identity.words.ts';

/** Plain links, so that they work in every browser. */
export function OtherWays({ ways, way, realm, next, words }: PartProps) {
  const factors = ways.factors.filter((factor) => factor !== way && !isCovered(factor, { ways, way }));
  const withPassword = ways.password && way !== 'password';
  if (factors.length === 0 && !withPassword) return null;
  const link = (chosen: string, label: string) => <a href={wayAddress(realm, chosen, next)}>{label}</a>;
  return (
    <>
      <Heading level={2} size="s">
        {words.others.title}
      </Heading>
      <List
        items={[
          ...(withPassword ? [link('password', words.others.password)] : []),
          ...factors.map((factor) => link(factor.id, sayWay(factor, words))),
        ]}
      />
    </>
  );
}

/** The browser offers every passkey at once, so one line stands for all. */
function isCovered(factor: Factor, { ways, way }: Pick<PartProps, 'ways' | 'way'>): boolean {
  if (factor.kind !== 'passkey') return false;
  const isShown = typeof way === 'object' && way.kind === 'passkey';
  return isShown || ways.factors.find(({ kind }) => kind === 'passkey') !== factor;
}

export const wayAddress = (realm: PartProps['realm'], way: string, next: string): string =>
  `${confirmAddress(realm)}?way=${way}&next=${encodeURIComponent(next)}`;

function sayWay(factor: Factor, { others }: ConfirmIdentityWords): string {
  switch (factor.kind) {
    case 'authenticator':
      return others.authenticator(factor.name);
    case 'text':
      return others.text(endOfNumber(factor));
    case 'email':
    case 'recovery-codes':
    case 'passkey':
      return others[factor.kind];
  }
}
