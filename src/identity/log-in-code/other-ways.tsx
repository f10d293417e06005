import { Details, List } from '../../ui/index.ts';
import { codeAddress, withNext } from '../addresses.ts';
import { endOfNumber, type Factor } from '../second-factors/factor.ts';
import type { LogInCodeWords } from './log-in-code.words.ts';
import type { PartProps } from './log-in-code-props.ts';

/** Looking at another way sends nothing. */
export function OtherWays({ step, next, words }: PartProps) {
  if (step.others.length === 0) return null;
  const address = withNext(codeAddress(step.attempt.realm), next);
  return (
    <Details summary={words.other.title}>
      <List
        items={step.others.map((other) => (
          <a key={other.id} href={`${address}${next ? '&' : '?'}way=${other.id}`}>
            {sayOther(other, words)}
          </a>
        ))}
      />
    </Details>
  );
}

function sayOther(other: Factor, { other: words }: LogInCodeWords): string {
  switch (other.kind) {
    case 'text':
      return words.text(endOfNumber(other));
    case 'email':
      return words.email;
    case 'recovery-codes':
      return words.recovery;
    default:
      return words.authenticator(other.name);
  }
}
